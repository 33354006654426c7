import { createHmac } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { instant } from '../contract/time.ts';
import type { KeyRing } from '../security/keyRing.ts';
import { AuditEntries, type AuditRow } from '../store/entities/auditEntry.ts';

/** What can be done. The details of an entry are references and counts, never a number, a document or a password. */
export type AuditAction =
  | 'cardStatusQueried'
  | 'unfreezeRequested'
  | 'authenticationRequested'
  | 'authenticationFailed'
  | 'remoteUnfreezingLocked'
  | 'cardUnfrozen'
  | 'cardFrozen'
  | 'lockReleased';

export type AuditDetails = Record<string, string | number | boolean | null | readonly string[]>;

/**
 * The audit trail: each entry's hash is an HMAC over the entry and the hash before it, so that an entry that
 * was changed, left out or put in by someone who has the database alone shows.
 */
export class Audit {
  readonly #keyRing: KeyRing;

  constructor(keyRing: KeyRing) {
    this.#keyRing = keyRing;
  }

  /** Writes an entry inside the transaction of what it tells about. */
  async write(manager: EntityManager, at: Date, action: AuditAction, details: AuditDetails): Promise<void> {
    const [last] = await manager.find(AuditEntries, { order: { number: 'DESC' }, take: 1 });
    const entry = {
      number: (last?.number ?? 0) + 1,
      at: instant(at),
      action,
      details: JSON.stringify(details),
    };
    await manager.insert(AuditEntries, { ...entry, hash: this.#hash(entry, last?.hash ?? '') });
  }

  /** The number of the first entry that does not hold; undefined where the whole trail does. */
  async firstBadEntry(manager: EntityManager): Promise<number | undefined> {
    let before = '';
    let number = 0;
    for (const { hash, ...entry } of await manager.find(AuditEntries, { order: { number: 'ASC' } })) {
      number += 1;
      if (entry.number !== number || hash !== this.#hash(entry, before)) return number;
      before = hash;
    }
    return undefined;
  }

  #hash({ number, at, action, details }: Omit<AuditRow, 'hash'>, before: string): string {
    return createHmac('sha256', this.#keyRing.secret('auditKey'))
      .update(JSON.stringify([before, number, at, action, details]))
      .digest('base64url');
  }
}
