import { createHmac } from 'node:crypto';
import type { EntityManager } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { KeyRing } from '../security/keyRing.ts';
import { AuditEntries, type AuditRow } from '../tables/auditEntry.ts';

/** What can be done. The details of an entry are references and counts, never a number, a document or a password. */
export type AuditAction =
  | 'cardStatusQueried'
  | 'unfreezeRequested'
  | 'authenticationRequested'
  | 'authenticationSuperseded'
  | 'authenticationFailed'
  | 'remoteUnfreezingLocked'
  | 'cardUnfrozen'
  | 'handedOver'
  | 'unfreezingDisowned'
  | 'unfreezingSettledByHand'
  | 'cardFrozen'
  | 'freezeLifted'
  | 'lockReleased'
  | 'policyInForce'
  | 'cardsImported'
  | 'secureLinkRequested'
  | 'secureLinkDenied'
  | 'messageSent'
  | 'messageGivenUp';

export type AuditDetails = Record<string, string | number | boolean | null | readonly string[]>;

/** The newest entry of the trail; 0 and no hash where there is none yet. */
export type AuditHead = Pick<AuditRow, 'number' | 'hash'>;

/**
 * The audit trail: each entry's hash is an HMAC over the entry and the hash before it, so that an entry that
 * was changed, left out or put in by someone who has the database alone shows. That its end was cut off, or all
 * of it written anew with the audit key, shows in the anchors.
 */
export class Audit {
  readonly #keyRing: KeyRing;

  constructor(keyRing: KeyRing) {
    this.#keyRing = keyRing;
  }

  /** Writes an entry inside the transaction of what it tells about. */
  async write(manager: EntityManager, at: Date, action: AuditAction, details: AuditDetails): Promise<void> {
    const last = await this.head(manager);
    const entry = {
      number: last.number + 1,
      at: instant(at),
      action,
      details: JSON.stringify(details),
    };
    await manager.insert(AuditEntries, { ...entry, hash: this.hash(entry, last.hash) });
  }

  async head(manager: EntityManager): Promise<AuditHead> {
    const [last] = await manager.find(AuditEntries, { order: { number: 'DESC' }, take: 1 });
    return { number: last?.number ?? 0, hash: last?.hash ?? '' };
  }

  /** The hash that an entry must have. @param before the hash of the entry before it, or nothing for the first */
  hash({ number, at, action, details }: Omit<AuditRow, 'hash'>, before: string): string {
    return createHmac('sha256', this.#keyRing.secret('auditKey'))
      .update(JSON.stringify([before, number, at, action, details]))
      .digest('base64url');
  }
}
