import { isKnownSuite } from '../contract/cipherSuites.ts';
import type { AnchorKeys } from '../security/anchorKey.ts';
import { type AuditAnchor, isSignedAnchor, readAnchor } from './auditAnchor.ts';
import type { BadEntry } from './checkTrail.ts';

/** How far back an anchor's predecessor may be, in anchors: several processes may append to one file. */
const reach = 1000;

/** Reads anchors line by line and finds those that were not signed with the key for anchors, and gaps between them. */
export class AnchorChain {
  readonly #keys: AnchorKeys;
  readonly #signatures = new Set<string>();
  #line = 0;
  first: AuditAnchor | undefined;
  last: AuditAnchor | undefined;
  /**
   * The lines that hold only the beginning of an anchor. They are ignored, since none of them was ever reported as
   * written.
   */
  halfWritten = 0;

  /** @param keys the public halves of all keys that may have signed */
  constructor(keys: AnchorKeys) {
    this.#keys = keys;
  }

  /** Takes the next line. @returns undefined for a line that is half written */
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
    if (!isSignedAnchor(anchor, this.#keys)) {
      return this.#bad(
        `the anchor of ${at} for entry ${number}, line ${this.#line}, is not signed with a key of this service`,
      );
    }
    if (!this.#follows(anchor)) return this.#bad(`the anchors before that of ${at} are missing`);
    this.#remember(anchor);
    return anchor;
  }

  #follows({ previous, signature, number, hash }: AuditAnchor): boolean {
    // An anchor may come twice after a crash, where anchors are handed over.
    if (this.#signatures.has(signature)) return true;
    if (previous !== null) return this.#signatures.has(previous);
    // Services that start together may each write a first anchor; one of the same head as the first hides nothing.
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

  /** A fault that names no entry: from there on there is nothing to check the trail against. */
  #bad(problem: string): BadEntry {
    return {
      number: (this.last?.number ?? 0) + 1,
      problem: `from here on no anchor confirms the trail: ${problem}`,
    };
  }
}
