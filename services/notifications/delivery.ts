import type { Logger } from 'pino';
import { loggedError } from '../../kit/loggedError.ts';
import { type EntityManager, IsNotNull, IsNull, LessThanOrEqual } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, hours, instant, later, seconds } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { Customers } from '../tables/customer.ts';
import { locks } from '../tables/locks.ts';
import { Outbox, type OutboxMessage } from '../tables/outboxMessage.ts';
import { linkPath } from './linkMessage.ts';
import { type MessageSender, Undeliverable } from './messageSender.ts';
import { type Letterhead, receiptText } from './receiptText.ts';
import { secureLinkText } from './secureLinkText.ts';

type Parts = {
  store: Store;
  fields: FieldSealing;
  audit: Audit;
  clock: Clock;
  log: Logger;
  sender: MessageSender;
  letterhead: Letterhead;
  /** Where the secure form is, without a path; undefined where no links are sent. */
  secureFormUrl?: (() => string) | undefined;
};

/** How many go out in one round. */
const atOnce = 20;
const firstWait = 30 * seconds;
const longestWait = 1 * hours;
const givenUpAfter = 24 * hours;

/** How it stands with what was promised to customers. */
export type Undelivered = { waiting: number; givenUp: number };

/**
 * Sends what the outbox holds. A message is claimed with the moment of its next try before it is sent, so that it
 * goes out once however many processes look, and again where the process that claimed it died: then it may come
 * twice, but it comes. What could not be sent for a day is given up, loudly.
 */
export class Delivery {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** One round: everything that is due, one after the other. @returns how many were sent */
  async deliverDue(): Promise<number> {
    let sent = 0;
    for (let claimed = 0; claimed < atOnce; claimed++) {
      const message = await this.#claim();
      if (!message) break;
      if (await this.#deliver(message)) sent += 1;
    }
    return sent;
  }

  async undelivered(): Promise<Undelivered> {
    return this.#parts.store.read(async (manager) => ({
      waiting: await manager.countBy(Outbox, { sentAt: IsNull(), givenUpAt: IsNull() }),
      givenUp: await manager.countBy(Outbox, { givenUpAt: IsNotNull() }),
    }));
  }

  #claim(): Promise<OutboxMessage | undefined> {
    const { store, clock } = this.#parts;
    return store.transaction([locks.outbox], async (manager) => {
      const now = clock();
      const message = await manager.findOne(Outbox, {
        where: { sentAt: IsNull(), givenUpAt: IsNull(), nextTryAt: LessThanOrEqual(instant(now)) },
        order: { nextTryAt: 'ASC', id: 'ASC' },
      });
      if (!message) return undefined;
      const { id, tries } = message;
      const wait = Math.min(firstWait * 2 ** tries, longestWait);
      await manager.update(Outbox, { id }, { tries: tries + 1, nextTryAt: instant(later(now, wait)) });
      return { ...message, tries: tries + 1 };
    });
  }

  async #deliver(message: OutboxMessage): Promise<boolean> {
    const { store, sender, log } = this.#parts;
    const [to, body] = await store.read(async (manager) => [
      await this.#phone(manager, message),
      await this.#body(manager, message),
    ]);
    try {
      if (to === undefined) throw new Undeliverable('noPhone');
      if (body === undefined) throw new Undeliverable('linkOver');
      await sender.send({ to, body });
    } catch (error) {
      const isLast = error instanceof Undeliverable || this.#isOld(message);
      const facts = { err: loggedError(error), message: message.id, tries: message.tries };
      if (isLast) {
        log.error(facts, 'a message to a customer was given up');
        await this.#conclude(message, 'messageGivenUp');
      } else log.warn(facts, 'a message to a customer was not sent and will be tried again');
      return false;
    }
    await this.#conclude(message, 'messageSent');
    return true;
  }

  #isOld({ queuedAt }: OutboxMessage): boolean {
    return queuedAt <= instant(later(this.#parts.clock(), -givenUpAfter));
  }

  async #conclude({ id, kind }: OutboxMessage, action: 'messageSent' | 'messageGivenUp'): Promise<void> {
    const { store, audit, clock } = this.#parts;
    await store.transaction([], async (manager) => {
      const now = clock();
      const how = action === 'messageSent' ? { sentAt: instant(now) } : { givenUpAt: instant(now) };
      await manager.update(Outbox, { id }, { ...how, tokenSealed: null });
      await audit.write(manager, now, action, { message: id, kind });
    });
  }

  /** What it says; undefined where it would say what is of no use any more. */
  async #body(manager: EntityManager, message: OutboxMessage): Promise<string | undefined> {
    const { letterhead, fields, clock, secureFormUrl } = this.#parts;
    if (message.kind === 'unfreezeReceipt') return receiptText(message, letterhead);
    const path = await linkPath(manager, message, { fields, now: clock() });
    return path && secureFormUrl && secureLinkText(message, secureFormUrl() + path);
  }

  /** The registered telephone; undefined where the customer has gone meanwhile. */
  async #phone(manager: EntityManager, { customerId }: OutboxMessage): Promise<string | undefined> {
    const customer = await manager.findOneBy(Customers, { id: customerId });
    return customer
      ? this.#parts.fields.open(customer.phoneSealed, {
          table: 'customers',
          column: 'phone_sealed',
          row: customerId,
        })
      : undefined;
  }
}
