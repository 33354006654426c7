import { parse } from '../../kit/parse.ts';
import { type EntityManager, IsNotNull, IsNull, LessThanOrEqual } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant, later, minutes } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import {
  ReceiptCase,
  type ReceiptCaseAnswer,
  ReceiptReport,
  type ReceiptReportAnswer,
  UnreachedQuery,
  type UnreachedReceipts,
} from '../contract/receipts.ts';
import type { ReceiptsClient } from '../contract/receiptsClient.ts';
import { locks } from '../tables/locks.ts';
import { Outbox, type OutboxMessage } from '../tables/outboxMessage.ts';

type Parts = { store: Store; audit: Audit; clock: Clock };

/** Whoever asked for one and died has opened no case for it. */
const caseTakesAtMost = 5 * minutes;

/** What has become of the receipts of unfreezings, as the carrier reports it and the bank's staff take it up. */
export class Receipts implements ReceiptsClient {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * One that has arrived once has arrived, whatever is reported after it. One that will not arrive is tried another way
   * at once. @throws UnfreezeError `messageInvalid`, `storeUnavailable`
   */
  async reportReceipt(report: ReceiptReport): Promise<ReceiptReportAnswer> {
    const { receipt: id, arrived } = parse(ReceiptReport, report);
    const { store, clock } = this.#parts;
    const waited = { id, kind: 'unfreezeReceipt', arrivedAt: IsNull() } as const;
    return store.transaction([], async (manager) => {
      const now = instant(clock());
      const { affected } = arrived
        ? await manager.update(Outbox, waited, { arrivedAt: now, arriveBy: null })
        : await manager.update(
            Outbox,
            { ...waited, arriveBy: IsNotNull(), unreachedAt: IsNull(), bankTries: 0 },
            { arriveBy: now },
          );
      return { noted: affected === 1 };
    });
  }

  /** The unfreezings of which their owners could be told in no way, and for which nobody has a case. */
  async unreachedReceipts(query: UnreachedQuery): Promise<UnreachedReceipts> {
    const { most } = parse(UnreachedQuery, query);
    const { store } = this.#parts;
    const due = await store.read((manager) => this.#due(manager, most));
    if (due.length === 0) return { receipts: [] };
    const claimed = await store.transaction([locks.outbox], async (manager) => this.#claim(manager, most));
    return {
      receipts: claimed.map(({ id, language, facts }) => ({
        receipt: id,
        lastFour: facts.lastFour,
        channel: facts.channel,
        language,
        unfrozenAt: facts.at,
      })),
    };
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
      if (affected === 1)
        await audit.write(manager, clock(), 'receiptCaseOpened', { message: id, case: caseId });
    });
    return { noted: true };
  }

  async #claim(manager: EntityManager, most: number): Promise<OutboxMessage[]> {
    const arriveBy = instant(later(this.#parts.clock(), caseTakesAtMost));
    const due = await this.#due(manager, most);
    for (const { id } of due) await manager.update(Outbox, { id }, { arriveBy });
    return due;
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
