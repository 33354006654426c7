import type { Logger } from 'pino';
import { loggedError } from '../../kit/loggedError.ts';
import { type EntityManager, IsNull, LessThanOrEqual, Not } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant, later, minutes } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { locks } from '../tables/locks.ts';
import { Outbox, type OutboxMessage } from '../tables/outboxMessage.ts';
import { type MessageSender, Undeliverable } from './messageSender.ts';
import { noticeCode } from './noticeCode.ts';
import { registeredPhone } from './phoneOf.ts';
import { type Letterhead, receiptText } from './receiptText.ts';
import type { TextForms } from './textForm.ts';

type OverdueReceiptsDependencies = {
  store: Store;
  fields: FieldSealing;
  audit: Audit;
  clock: Clock;
  log: Logger;
  letterhead: Letterhead;
  texts: TextForms;
  /** The bank's own; undefined where there is none. */
  bankSender: MessageSender | undefined;
};

const atOnce = 20;
/** The tries through the bank's own sender. They take over a quarter of an hour; after the last one a person calls the owner. */
const mostTries = 4;
const firstWait = 1 * minutes;

type Overdue = { message: OutboxMessage; isUnreached: boolean };

/**
 * Receipts that have not arrived in time: tried through the bank's own sender, and where that brings nothing, left to the
 * bank's staff. Whose card was unfrozen by another must hear of it somehow.
 */
export class OverdueReceipts {
  readonly #parts: OverdueReceiptsDependencies;

  constructor(parts: OverdueReceiptsDependencies) {
    this.#parts = parts;
  }

  /** One round: everything that is due, one after the other. */
  async tryDue(): Promise<void> {
    for (let claimed = 0; claimed < atOnce; claimed++) {
      const overdue = await this.#claim();
      if (!overdue) return;
      if (!overdue.isUnreached) await this.#try(overdue.message);
    }
  }

  /** Most often nothing is overdue, and then nobody has to wait for a look. */
  async #claim(): Promise<Overdue | undefined> {
    const { store, clock, bankSender } = this.#parts;
    if (!(await store.read((manager) => overdue(manager, clock())))) return undefined;
    return store.transaction([locks.outbox], async (manager) => {
      const now = clock();
      const message = await overdue(manager, now);
      if (!message) return undefined;
      const { id, bankTries } = message;
      const isUnreached = !bankSender || bankTries >= mostTries;
      if (isUnreached) await this.#leaveToStaff(manager, message);
      else {
        const arriveBy = instant(later(now, firstWait * 2 ** bankTries));
        await manager.update(Outbox, { id }, { bankTries: bankTries + 1, arriveBy });
      }
      return { message, isUnreached };
    });
  }

  async #try(message: OutboxMessage): Promise<void> {
    const { store, bankSender, letterhead, texts, log } = this.#parts;
    try {
      const to = await store.read((manager) => registeredPhone(manager, message, this.#parts));
      if (!bankSender || to === undefined) throw new Undeliverable('noPhone');
      // A reply to the bank's own sender comes to nobody here.
      const form = { ...texts.of(to), reply: false };
      const receipt = { ...message, code: noticeCode(this.#parts.fields, message.id) };
      await bankSender.send({ id: message.id, to, body: receiptText(receipt, letterhead, form) });
    } catch (error) {
      const facts = { err: loggedError(error), message: message.id, tries: message.bankTries + 1 };
      log.warn(facts, 'the bank’s own sender has not taken a receipt that did not arrive');
      if (error instanceof Undeliverable)
        await store.transaction([locks.outbox], (manager) => this.#leaveToStaff(manager, message));
      return;
    }
    await this.#noteSent(message);
  }

  async #noteSent({ id, kind, sentAt }: OutboxMessage): Promise<void> {
    const { store, audit, clock } = this.#parts;
    await store.transaction([], async (manager) => {
      const now = clock();
      // What nobody has taken yet need not be tried the first way any more.
      const taken = { arriveBy: null, sentAt: sentAt ?? instant(now) };
      await manager.update(Outbox, { id, unreachedAt: IsNull() }, taken);
      await audit.write(manager, now, 'receiptSentByBank', { message: id, kind });
    });
  }

  async #leaveToStaff(manager: EntityManager, { id, kind }: OutboxMessage): Promise<void> {
    const { audit, clock, log } = this.#parts;
    const now = clock();
    const unreachedAt = instant(now);
    const open = { id, unreachedAt: IsNull(), arriveBy: Not(IsNull()) };
    const { affected } = await manager.update(Outbox, open, { unreachedAt, arriveBy: unreachedAt });
    if (affected !== 1) return;
    await audit.write(manager, now, 'receiptUnreached', { message: id, kind });
    log.error({ message: id }, 'an owner could not be told in any way that a card was unfrozen');
  }
}

function overdue(manager: EntityManager, now: Date): Promise<OutboxMessage | null> {
  return manager.findOne(Outbox, {
    where: { arriveBy: LessThanOrEqual(instant(now)), unreachedAt: IsNull() },
    order: { arriveBy: 'ASC', id: 'ASC' },
  });
}
