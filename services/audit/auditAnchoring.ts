import { type Clock, instant } from '../contract/time.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { Store } from '../store/store.ts';
import type { AnchorSink } from './anchorFile.ts';
import type { Audit } from './audit.ts';
import { type AuditAnchor, isSigned, readAnchor, signAnchor } from './auditAnchor.ts';

type Parts = { store: Store; audit: Audit; keyRing: KeyRing; sink: AnchorSink; clock: Clock };

/** Hands the head of the audit trail, signed, to where the database's owner cannot change it. */
export class AuditAnchoring {
  readonly #parts: Parts;
  /** What this process has anchored last; kept here, since the last lines of a file can be taken away. */
  #last: AuditAnchor | undefined;
  #underWay: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Anchors the head where it has moved; the first time even the head of an empty trail, so that from then on
   * missing anchors are a sign. One call waits for the one before.
   * @throws Error when the database or the sink does not answer; the next call tries again
   */
  anchorHead(): Promise<void> {
    const anchoring = this.#underWay.then(() => this.#anchorHead());
    this.#underWay = anchoring.catch(() => {});
    return anchoring;
  }

  /** How many entries the last anchor does not cover. */
  async entriesNotAnchored(): Promise<number> {
    const { number } = await this.#head();
    return Math.max(0, number - (this.#last?.number ?? 0));
  }

  async #anchorHead(): Promise<void> {
    const { sink, keyRing, clock } = this.#parts;
    const auditKey = keyRing.secret('auditKey');
    const head = await this.#head();
    this.#last ??= await newestOf(sink, auditKey);
    const last = this.#last;
    if (last && last.number === head.number && last.hash === head.hash) return;
    const anchor = signAnchor({ ...head, at: instant(clock()), previous: last?.signature ?? null }, auditKey);
    await sink.append(JSON.stringify(anchor));
    this.#last = anchor;
  }

  #head() {
    const { store, audit } = this.#parts;
    return store.read((manager) => audit.head(manager));
  }
}

async function newestOf(sink: AnchorSink, auditKey: Buffer): Promise<AuditAnchor | undefined> {
  return (await sink.newest())
    .map(readAnchor)
    .filter((read) => typeof read !== 'string')
    .findLast((anchor) => isSigned(anchor, auditKey));
}
