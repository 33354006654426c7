import { createHmac, type KeyObject, randomUUID } from 'node:crypto';
import { type Asked, askTogether } from '../../kit/store/askTogether.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { KeyRing } from '../security/keyRing.ts';
import { sameText } from '../security/sameText.ts';
import {
  AuditBase,
  type AuditBaseRow,
  AuditEntries,
  type AuditRow,
  AuditTail,
  type WaitingEntry,
} from '../tables/auditEntry.ts';

/**
 * The actions of entries. An entry's details are references and counts, never a card number, a document or a password.
 */
export type AuditAction =
  | 'cardStatusQueried'
  | 'unfreezeRequested'
  | 'riskDecided'
  | 'authenticationRequested'
  | 'authenticationSuperseded'
  | 'authenticationFailed'
  | 'authenticationMatched'
  | 'shownBeforeCounts'
  | 'remoteUnfreezingLocked'
  | 'cardUnfrozen'
  | 'handedOver'
  | 'caseMoved'
  | 'unfreezingDisowned'
  | 'unfreezingSettledByHand'
  | 'unfreezingLost'
  | 'cardFrozen'
  | 'freezingRequested'
  | 'freezeLifted'
  | 'lockReleased'
  | 'policyInForce'
  | 'cardsImported'
  | 'keysRotated'
  | 'keyAnnounced'
  | 'keysDropped'
  | 'keysWrapped'
  | 'keysRewrapped'
  | 'keysCopied'
  | 'anchorKeyMade'
  | 'retentionSwept'
  | 'tablesMade'
  | 'tablesTakenBack'
  | 'databaseRestored'
  | 'customerErased'
  | 'trailCut'
  | 'fourEyesBegun'
  | 'fourEyesEnded'
  | 'approvalRequested'
  | 'approvalGiven'
  | 'approvalRefused'
  | 'ownApprovalTried'
  | 'casesRead'
  | 'cardShown'
  | 'trailExported'
  | 'caseRead'
  | 'caseClaimed'
  | 'caseAnswered'
  | 'authenticationWanted'
  | 'unfreezingStarted'
  | 'casePassedOn'
  | 'caseClosed'
  | 'secureLinkRequested'
  | 'secureLinkDenied'
  | 'secureCodeEntered'
  | 'secureCodeEnded'
  | 'consentGiven'
  | 'messageSent'
  | 'messageGivenUp'
  | 'messageResent'
  | 'receiptSentByBank'
  | 'receiptArrived'
  | 'receiptUnreached'
  | 'receiptCaseOpened'
  | 'eventsReplayed';

export type AuditDetails = Record<string, string | number | boolean | null | readonly string[]>;

const tail = new PreparedTable(AuditTail);
const chain = new PreparedTable(AuditEntries);
const bases = new PreparedTable(AuditBase);

/** An action with its details, to be written as one entry. */
export type AuditEvent = { action: AuditAction; details: AuditDetails };

/** The newest entry of the chain; the number 0 and an empty hash where there is none yet. */
export type AuditHead = Pick<AuditRow, 'number' | 'hash'>;

export type ChainEnd = AuditHead & { at: string };

/** The content of an entry, chained or waiting. */
export type AuditEntry = Pick<AuditRow, 'at' | 'action' | 'details'>;

/**
 * The audit trail. An entry commits with the change that it records, under its own MAC, and waits in the tail until
 * `AuditChaining` adds it to the chain. Then its hash is an HMAC over the entry and the hash before it. So somebody who
 * has the database alone cannot change, remove or insert an entry unnoticed.
 * Anchors show whether the end of the chain was cut off, or the whole trail written again with the audit key. An entry
 * missing from the tail shows in the other rows that its change has left (`UnfreezingTraces`).
 */
export class Audit {
  readonly #keyRing: KeyRing;
  readonly #ticks: () => bigint;

  /** @param ticks a counter that nobody can set, the same for all processes of a machine */
  constructor(keyRing: KeyRing, ticks: () => bigint = process.hrtime.bigint) {
    this.#keyRing = keyRing;
    this.#ticks = ticks;
  }

  /** Writes an entry inside the transaction of the change that it records. */
  async write(manager: EntityManager, at: Date, action: AuditAction, details: AuditDetails): Promise<void> {
    await this.writeAll(manager, at, [{ action, details }]);
  }

  /** Writes several entries in their order. */
  async writeAll(manager: EntityManager, at: Date, events: readonly AuditEvent[]): Promise<void> {
    const rows = events.map(({ action, details }) => {
      const entry = { id: this.#nextId(), at: instant(at), action, details: JSON.stringify(details) };
      return { ...entry, mac: this.mac(entry) };
    });
    if (rows.length > 0) await tail.insert(manager, rows);
  }

  /** The newest entry of the chain; its base where no entry has come since it was cut. */
  async head(manager: EntityManager): Promise<AuditHead> {
    const { number, hash } = chainEnd(...(await askTogether(manager, this.endAsked(manager))));
    return { number, hash };
  }

  /** What `chainEnd` is told, to be asked together with others. */
  endAsked(manager: EntityManager): [Asked<AuditRow[]>, Asked<AuditBaseRow[]>] {
    return [chain.asked(manager, {}, 'ORDER BY number DESC LIMIT 1'), bases.asked(manager, { id: baseId })];
  }

  /** The last entry that was cut off, which the chain begins after; undefined where the chain is complete. */
  async base(manager: EntityManager): Promise<AuditBaseRow | undefined> {
    return (await manager.findOneBy(AuditBase, { id: baseId })) ?? undefined;
  }

  /** Moves the base, in the transaction that deletes the entries up to it. */
  async moveBase(
    manager: EntityManager,
    { number, hash, at }: Pick<AuditRow, 'number' | 'hash' | 'at'>,
  ): Promise<void> {
    const base = { id: baseId, number, hash, at };
    const mac = hmac(this.#keyRing.secret('auditKey'), basis(base));
    await manager.upsert(AuditBase, { ...base, mac }, ['id']);
  }

  /** Whether this service wrote a base, with any key that was ever in use. */
  isOwnBase({ mac, ...base }: AuditBaseRow): boolean {
    return this.#keyRing.secrets('auditKey').some((key) => sameText(hmac(key, basis(base)), mac));
  }

  /** The newest entry with an action, chained or waiting. */
  async newest(manager: EntityManager, action: AuditAction): Promise<AuditEntry | undefined> {
    const where = { action };
    const [waiting] = await manager.find(AuditTail, { where, order: { at: 'DESC', id: 'DESC' }, take: 1 });
    if (waiting) return waiting;
    const [chained] = await manager.find(AuditEntries, { where, order: { number: 'DESC' }, take: 1 });
    return chained;
  }

  /** The MAC of a waiting entry. */
  mac(entry: Omit<WaitingEntry, 'mac'>): string {
    return hmac(this.#keyRing.secret('auditKey'), waiting(entry));
  }

  /** Whether a waiting entry was written with a key that may still be used; a key that was rotated may not. */
  isOwn({ mac, ...entry }: WaitingEntry): boolean {
    return this.#keyRing.writers('auditKey').some((key) => sameText(hmac(key, waiting(entry)), mac));
  }

  /** The hash of an entry in the chain. @param before the hash of the entry before it, empty for the first */
  hash(entry: Omit<AuditRow, 'hash'>, before: string): string {
    return hmac(this.#keyRing.secret('auditKey'), chained(entry, before));
  }

  /** The number of newer keys than the one that wrote a chained entry; undefined where none of the keys wrote it. */
  ageOfKey({ hash, ...entry }: AuditRow, before: string): number | undefined {
    const keys = this.#keyRing.secrets('auditKey');
    const age = keys.findIndex((key) => hmac(key, chained(entry, before)) === hash);
    return age < 0 ? undefined : age;
  }

  #nextId(): string {
    return `${this.#ticks().toString(16).padStart(16, '0')}-${randomUUID()}`;
  }
}

/** The newest entry with its moment, by the newest of the chain and its base; without a hash where there is none. */
export function chainEnd([newest]: readonly AuditRow[], [base]: readonly AuditBaseRow[]): ChainEnd {
  return newest ?? base ?? { number: 0, hash: '', at: '' };
}

const baseId = 'base';

function basis({ number, hash, at }: Omit<AuditBaseRow, 'id' | 'mac'>): readonly (string | number)[] {
  return ['base', number, hash, at];
}

/** A MAC begins with a text where a hash begins with a number, so that neither can pass for the other. */
function waiting({ id, at, action, details }: Omit<WaitingEntry, 'mac'>): readonly string[] {
  return ['waits', id, at, action, details];
}

function chained({ number, at, action, details, id }: Omit<AuditRow, 'hash'>, before: string) {
  return [before, number, at, action, details, ...(id === null ? [] : [id])];
}

function hmac(key: KeyObject, covered: readonly (string | number)[]): string {
  return createHmac('sha256', key).update(JSON.stringify(covered)).digest('base64url');
}
