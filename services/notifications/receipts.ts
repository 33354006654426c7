import { parse } from '../../kit/parse.ts';
import { type EntityManager, IsNotNull, IsNull, LessThanOrEqual, Not } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant, later, minutes } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { CaseId } from '../contract/handoff.ts';
import {
  ReceiptCase,
  type ReceiptCaseAnswer,
  ReceiptReport,
  type ReceiptReportAnswer,
  UnreachedQuery,
  type UnreachedReceipt,
  type UnreachedReceipts,
} from '../contract/receipts.ts';
import type { ReceiptsClient } from '../contract/receiptsClient.ts';
import { type DisownableUnfreezing, DisownableUnfreezings } from '../tables/disownableUnfreezing.ts';
import { locks } from '../tables/locks.ts';
import { Outbox, type OutboxMessage } from '../tables/outboxMessage.ts';

type ReceiptsDependencies = { store: Store; audit: Audit; clock: Clock };

/**
 * The time after which a receipt is handed out again, since the process that took it may have died before it opened a
 * case.
 */
const caseTakesAtMost = 5 * minutes;

/** The fate of the receipts of unfreezings: the carrier's reports, and the receipts that staff must follow up. */
export class Receipts implements ReceiptsClient {
  readonly #parts: ReceiptsDependencies;

  constructor(parts: ReceiptsDependencies) {
    this.#parts = parts;
  }

  /**
   * One that has arrived once has arrived, whatever is reported after it. One that will not arrive is tried another way
   * at once. @throws UnfreezeError `messageInvalid`, `storeUnavailable`
   */
  async reportReceipt(report: ReceiptReport): Promise<ReceiptReportAnswer> {
    const { receipt: id, arrived } = parse(ReceiptReport, report);
    const { store, audit, clock } = this.#parts;
    const kind = 'unfreezeReceipt';
    const waited = { id, kind, arrivedAt: IsNull() } as const;
    return store.transaction([], async (manager) => {
      const moment = clock();
      const now = instant(moment);
      const { affected } = arrived
        ? await manager.update(Outbox, waited, { arrivedAt: now, arriveBy: null })
        : await manager.update(
            Outbox,
            { ...waited, arriveBy: IsNotNull(), unreachedAt: IsNull(), bankTries: 0 },
            { arriveBy: now },
          );
      const isNoted = affected === 1;
      if (isNoted && arrived) await audit.write(manager, moment, 'receiptArrived', { message: id, kind });
      return { noted: isNoted };
    });
  }

  /** The unfreezings of which their owners could be told in no way, or that they disowned on a page, and for which nobody has a case. */
  async unreachedReceipts(query: UnreachedQuery): Promise<UnreachedReceipts> {
    const { most } = parse(UnreachedQuery, query);
    const { store } = this.#parts;
    const isDue = await store.read(
      async (manager) =>
        (await this.#due(manager, 1)).length > 0 || (await this.#disowned(manager, 1)).length > 0,
    );
    if (!isDue) return { receipts: [] };
    return store.transaction([locks.outbox], async (manager) => {
      const unreached = (await this.#claim(manager, most)).map(unreachedReceipt);
      const disowned = (await this.#claimDisowned(manager, most - unreached.length)).map(disownedReceipt);
      return { receipts: [...unreached, ...disowned] };
    });
  }

  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  async noteReceiptCase(opened: ReceiptCase): Promise<ReceiptCaseAnswer> {
    const { receipt: id, caseId } = parse(ReceiptCase, opened);
    const { store, audit, clock } = this.#parts;
    await store.transaction([], async (manager) => {
      const { affected } = await manager.update(
        Outbox,
        { id, unreachedAt: IsNotNull(), caseId: IsNull() },
        { caseId, arriveBy: null },
      );
      const opened = { case: caseId, ...(affected === 1 ? { message: id } : { disownment: id }) };
      const isNoted = affected === 1 || (await noteDisowned(manager, id, caseId));
      if (isNoted) await audit.write(manager, clock(), 'receiptCaseOpened', opened);
    });
    return { noted: true };
  }

  async #claim(manager: EntityManager, most: number): Promise<OutboxMessage[]> {
    const arriveBy = instant(later(this.#parts.clock(), caseTakesAtMost));
    const due = await this.#due(manager, most);
    for (const { id } of due) await manager.update(Outbox, { id }, { arriveBy });
    return due;
  }

  async #claimDisowned(manager: EntityManager, most: number): Promise<DisownableUnfreezing[]> {
    if (most < 1) return [];
    const caseDueAt = instant(later(this.#parts.clock(), caseTakesAtMost));
    const due = await this.#disowned(manager, most);
    for (const { id } of due) await manager.update(DisownableUnfreezings, { id }, { caseDueAt });
    return due;
  }

  /** Those that were disowned on a page and have no case yet. */
  #disowned(manager: EntityManager, take: number): Promise<DisownableUnfreezing[]> {
    const caseDueAt = LessThanOrEqual(instant(this.#parts.clock()));
    return manager.find(DisownableUnfreezings, {
      where: { caseDueAt },
      order: { caseDueAt: 'ASC', id: 'ASC' },
      take,
    });
  }

  #due(manager: EntityManager, take: number): Promise<OutboxMessage[]> {
    const arriveBy = LessThanOrEqual(instant(this.#parts.clock()));
    return manager.find(Outbox, {
      where: { unreachedAt: IsNotNull(), caseId: IsNull(), arriveBy },
      order: { arriveBy: 'ASC', id: 'ASC' },
      take,
    });
  }
}

/** Only receipts wait for their arrival, and each belongs to an unfreezing on some channel. */
function unreachedReceipt({ id, language, facts }: OutboxMessage): UnreachedReceipt {
  const { lastFour, channel = 'otherApp', at } = facts;
  return { receipt: id, lastFour, channel, language, unfrozenAt: at, why: 'unreached' };
}

/** Only a row with a code can be disowned this way, and such a row has the other two columns too. */
function disownedReceipt({ id, lastFour, unfrozenAt, ...row }: DisownableUnfreezing): UnreachedReceipt {
  const { channel, language } = row;
  return {
    receipt: id,
    lastFour,
    channel: channel ?? 'secureForm',
    language: language ?? 'en',
    unfrozenAt,
    why: 'disowned',
  };
}

async function noteDisowned(manager: EntityManager, id: string, caseId: CaseId): Promise<boolean> {
  const waits = { id, caseDueAt: Not(IsNull()) };
  return (await manager.update(DisownableUnfreezings, waits, { caseId, caseDueAt: null })).affected === 1;
}
