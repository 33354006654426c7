import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import { isKnownSuite } from '../contract/cipherSuites.ts';
import type { AnchorKeys } from '../security/anchorKey.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { AnchorSink } from './anchorFile.ts';
import type { AnchorHandover } from './anchorHandover.ts';
import type { Audit } from './audit.ts';
import { type AuditAnchor, isSignedAnchor, readAnchor, signAnchor } from './auditAnchor.ts';
import type { AuditChaining } from './auditChaining.ts';

type AuditAnchoringDependencies = {
  store: Store;
  audit: Audit;
  chaining: AuditChaining;
  keyRing: KeyRing;
  sink: AnchorSink;
  /** Takes anchors from the sink to another place. Where it is set, only anchors that arrived there count. */
  handover?: AnchorHandover;
  clock: Clock;
};

/** Hands the signed head of the audit trail over to a place where the database's owner cannot change it. */
export class AuditAnchoring {
  readonly #parts: AuditAnchoringDependencies;
  /** The last anchor of this process. It is kept in memory, since somebody can remove the last lines of a file. */
  #last: AuditAnchor | undefined;
  #underWay: Promise<void> = Promise.resolve();

  constructor(parts: AuditAnchoringDependencies) {
    this.#parts = parts;
  }

  /**
   * Chains waiting entries and anchors the head if it has moved. The first time it anchors even an empty trail, so that
   * later a missing anchor is a sign. One call waits for the one before.
   * @throws Error when the database or the sink does not answer; the next call tries again
   */
  anchorHead(): Promise<void> {
    const anchoring = this.#underWay
      .then(() => this.#anchorHead())
      .then(() => this.#parts.handover?.handOver());
    this.#underWay = anchoring.catch(() => {});
    return anchoring;
  }

  /** The number of entries that the last anchor does not cover. */
  async entriesNotAnchored(): Promise<number> {
    const { handover, chaining } = this.#parts;
    // Waiting entries are counted first, so that an entry chained meanwhile counts twice rather than not at all.
    const { count } = await chaining.waiting();
    const { number } = await this.#head();
    return count + Math.max(0, number - (handover ? await handover.number() : (this.#last?.number ?? 0)));
  }

  async #anchorHead(): Promise<void> {
    const { sink, keyRing, clock, chaining } = this.#parts;
    // `keepChaining` reports what goes wrong; the entries that are chained already are anchored anyway.
    await chaining.chain().catch(() => {});
    const head = await this.#head();
    this.#last ??= await newestOf(sink, keyRing.anchorPublicKeys);
    const last = this.#last;
    if (last && last.number === head.number && last.hash === head.hash) return;
    const unsigned = { ...head, at: instant(clock()), previous: last?.signature ?? null };
    const anchor = signAnchor(unsigned, keyRing.anchorKey);
    await sink.append(JSON.stringify(anchor));
    this.#last = anchor;
  }

  #head() {
    const { store, audit } = this.#parts;
    return store.read((manager) => audit.head(manager));
  }
}

async function newestOf(sink: AnchorSink, keys: AnchorKeys): Promise<AuditAnchor | undefined> {
  return (await sink.newest())
    .map(readAnchor)
    .filter((read) => typeof read !== 'string')
    .filter(({ suite }) => suite === undefined || isKnownSuite(suite))
    .findLast((anchor) => isSignedAnchor(anchor, keys));
}
