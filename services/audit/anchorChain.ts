import { isKnownSuite } from '../contract/cipherSuites.ts';
import type { AnchorKeys } from '../security/anchorKey.ts';
import { type AuditAnchor, isSigned, readAnchor } from './auditAnchor.ts';
import type { BadEntry } from './checkTrail.ts';

/** Among how many anchors before it one's predecessor may stand: more than one process may append to a file. */
const reach = 1000;

/** Reads anchors line by line, and tells those that nobody with the key for anchors wrote, and gaps between them. */
export class AnchorChain {
  readonly #keys: AnchorKeys;
  readonly #signatures = new Set<string>();
  #line = 0;
  first: AuditAnchor | undefined;
  last: AuditAnchor | undefined;
  /** How many lines are the mere beginning of one. They count for nothing: none was ever reported as written. */
  halfWritten = 0;

  /** @param keys the public halves of those that may have signed */
  constructor(keys: AnchorKeys) {
    this.#keys = keys;
  }

  /** @returns undefined for a line that is half written */
  take(line: string): AuditAnchor | BadEntry | undefined {
    this.#line += 1;
    const anchor = readAnchor(line);
    if (anchor === 'halfWritten') {
      this.halfWritten += 1;
      return undefined;
    }
    if (anchor === 'foreign') return this.#bad(`line ${this.#line} of the anchors is no anchor`);
    const { number, at, suite } = anchor;
    if (suite !== undefined && !isKnownSuite(suite))
      return this.#bad(
        `the anchor of ${at} for entry ${number}, line ${this.#line}, is signed with the cipher suite ${suite}, which ` +
          'this version does not know',
      );
    if (!isSigned(anchor, this.#keys)) {
      return this.#bad(
        `the anchor of ${at} for entry ${number}, line ${this.#line}, is not signed with a key of this service`,
      );
    }
    if (!this.#follows(anchor)) return this.#bad(`the anchors before that of ${at} are missing`);
    this.#remember(anchor);
    return anchor;
  }

  #follows({ previous, signature, number, hash }: AuditAnchor): boolean {
    // Where anchors are handed over one may come twice, after a crash.
    if (this.#signatures.has(signature)) return true;
    if (previous !== null) return this.#signatures.has(previous);
    // Services that start together may each begin; what vouches for the same head as the first hides nothing.
    const { first = { number, hash } } = this;
    return number === first.number && hash === first.hash;
  }

  #remember(anchor: AuditAnchor): void {
    this.first ??= anchor;
    this.last = anchor;
    this.#signatures.add(anchor.signature);
    const [oldest] = this.#signatures;
    if (oldest !== undefined && this.#signatures.size > reach) this.#signatures.delete(oldest);
  }

  /** Which entry is bad cannot be said then, but from which on there is nothing to hold the trail against. */
  #bad(problem: string): BadEntry {
    return {
      number: (this.last?.number ?? 0) + 1,
      problem: `from here on nothing vouches for the trail: ${problem}`,
    };
  }
}
