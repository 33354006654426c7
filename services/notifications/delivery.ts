import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { EventWriting } from '../../kit/events/writeEvents.ts';
import { loggedError } from '../../kit/loggedError.ts';
import { type EntityManager, In, IsNotNull, IsNull, LessThanOrEqual } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, hours, instant, later, seconds } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import { bankEvents } from '../events/bankEventsTables.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { locks } from '../tables/locks.ts';
import { Outbox, type OutboxMessage } from '../tables/outboxMessage.ts';
import { linkSecret } from './linkMessage.ts';
import { type MessageSender, NotTaken, Undeliverable } from './messageSender.ts';
import { messageText } from './messageText.ts';
import { noticeCode } from './noticeCode.ts';
import type { OwnMessages } from './ownMessages.ts';
import { registeredPhone } from './phoneOf.ts';
import type { Letterhead } from './receiptText.ts';
import type { TextForms } from './textForm.ts';

type DeliveryDependencies = {
  store: Store;
  fields: FieldSealing;
  audit: Audit;
  clock: Clock;
  log: Logger;
  sender: MessageSender;
  letterhead: Letterhead;
  texts: TextForms;
  /** What this process has queued itself. */
  ownMessages: OwnMessages;
  /** Where the secure form is, without a path; undefined where no links are sent. */
  secureFormUrl?: (() => string) | undefined;
  /** Where the carrier reports what has become of a receipt, without its id; undefined where nobody hears of that. */
  reportTo?: (() => string) | undefined;
};

/** The number of messages that are sent at the same time. */
const atOnce = 20;
/**
 * The wait before a second try. A message is claimed for the same time, because the process that claimed it may have
 * died.
 */
const firstWait = 30 * seconds;
/** The pause after a first try that certainly failed. */
const secondTryAfter = 2 * seconds;
const longestWait = 1 * hours;
const givenUpAfter = 24 * hours;

const events = new EventWriting(bankEvents);

/** The numbers of promised messages that wait, and of those that were given up. */
export type Undelivered = { waiting: number; givenUp: number };

/**
 * Sends what the outbox holds. A message is claimed with the moment of its next try before it is sent, so that it
 * goes out once however many processes look, and again where the process that claimed it died: then it may come
 * twice, but it comes. What could not be sent for a day is given up, loudly.
 */
export class OutboxDelivery {
  readonly #parts: DeliveryDependencies;

  constructor(parts: DeliveryDependencies) {
    this.#parts = parts;
  }

  /** One round: everything that is due. @returns how many were sent */
  async deliverDue(): Promise<number> {
    return (await this.deliverOwn()) + (await this.#deliverAll(() => this.#claim()));
  }

  /** What this process has queued itself. @returns how many were sent */
  deliverOwn(): Promise<number> {
    return this.#deliverAll(() => this.#own());
  }

  async #deliverAll(next: () => Promise<OutboxMessage[]>): Promise<number> {
    for (let sent = 0; ; ) {
      const messages = await next();
      const delivered = await Promise.all(messages.map((message) => this.#deliver(message)));
      sent += delivered.filter(Boolean).length;
      if (messages.length === 0) return sent;
    }
  }

  async undelivered(): Promise<Undelivered> {
    return this.#parts.store.read(async (manager) => ({
      waiting: await manager.countBy(Outbox, { sentAt: IsNull(), givenUpAt: IsNull() }),
      givenUp: await manager.countBy(Outbox, { givenUpAt: IsNotNull() }),
    }));
  }

  async #own(): Promise<OutboxMessage[]> {
    const { store, clock, ownMessages } = this.#parts;
    const ids = ownMessages.take(clock(), atOnce);
    if (ids.length === 0) return [];
    return store.read((manager) =>
      manager.findBy(Outbox, { id: In(ids), sentAt: IsNull(), givenUpAt: IsNull() }),
    );
  }

  /** Most often nothing is due, and then nobody has to wait for a look. */
  async #claim(): Promise<OutboxMessage[]> {
    const { store, clock } = this.#parts;
    if ((await store.read((manager) => due(manager, clock(), 1))).length === 0) return [];
    return store.transaction([locks.outbox], async (manager) => {
      const now = clock();
      const messages = await due(manager, now, atOnce);
      for (const [tries, ids] of byTries(messages)) {
        const wait = Math.min(firstWait * 2 ** tries, longestWait);
        const claimed = { tries: tries + 1, nextTryAt: instant(later(now, wait)) };
        await manager.update(Outbox, { id: In(ids) }, claimed);
      }
      return messages.map((message) => ({ ...message, tries: message.tries + 1 }));
    });
  }

  async #deliver(message: OutboxMessage): Promise<boolean> {
    const { store, sender, log } = this.#parts;
    const [to, body] = await store.read(async (manager) => {
      const phone = await registeredPhone(manager, message, this.#parts);
      return [phone, phone && (await this.#body(manager, message, phone))];
    });
    try {
      if (to === undefined) throw new Undeliverable('noPhone');
      if (body === undefined) throw new Undeliverable('linkOver');
      await sender.send({ id: message.id, to, body, ...this.#followed(message) });
    } catch (error) {
      const isLast = error instanceof Undeliverable || this.#isOld(message);
      if (!(error instanceof Undeliverable)) await this.#notesTrouble(message, error);
      const facts = { err: loggedError(error), message: message.id, tries: message.tries };
      if (isLast) {
        log.error(facts, 'a message to a customer was given up');
        await this.#conclude(message, 'messageGivenUp');
      } else {
        log.warn(facts, 'a message to a customer was not sent and will be tried again');
        if (message.tries === 1) await this.#triesSoon(message);
      }
      return false;
    }
    await this.#conclude(message, 'messageSent');
    return true;
  }

  /** A try that the provider did not take: it is counted, so that its health is seen. It stops nothing where it cannot be. */
  async #notesTrouble({ kind }: OutboxMessage, error: unknown): Promise<void> {
    const { store, clock, log } = this.#parts;
    const reason = error instanceof NotTaken ? error.reason.slice(0, 40) : 'no answer';
    const untold = { subject: '', channel: '', language: '', step: '', policy: '', release: '' };
    const event = { id: randomUUID(), at: instant(clock()), ...untold };
    const told = { ...event, kind: 'messageNotTaken', outcome: kind, reason };
    await store
      .transaction([], (manager) => events.write(manager, [told]))
      .catch((cause: unknown) => log.warn({ err: loggedError(cause) }, 'a failed try was not counted'));
  }

  /** A connection that was closed just as it was used is no reason to keep a customer waiting for a link. */
  async #triesSoon({ id, tries }: OutboxMessage): Promise<void> {
    const { store, clock } = this.#parts;
    const nextTryAt = instant(later(clock(), secondTryAfter));
    await store.read((manager) => manager.update(Outbox, { id, tries, sentAt: IsNull() }, { nextTryAt }));
  }

  #isOld({ queuedAt }: OutboxMessage): boolean {
    return queuedAt <= instant(later(this.#parts.clock(), -givenUpAfter));
  }

  async #conclude(message: OutboxMessage, action: 'messageSent' | 'messageGivenUp'): Promise<void> {
    const { store, audit, clock } = this.#parts;
    const { id, kind } = message;
    await store.transaction([], async (manager) => {
      const now = clock();
      const how = action === 'messageSent' ? this.#sent(message, now) : givenUp(message, now);
      await manager.update(Outbox, { id }, { ...how, tokenSealed: null });
      await audit.write(manager, now, action, { message: id, kind });
    });
  }

  #followed({ id, arriveBy }: OutboxMessage): { reportTo?: string } {
    const { reportTo } = this.#parts;
    return reportTo === undefined || arriveBy === null ? {} : { reportTo: reportTo() + id };
  }

  /** Where nobody hears whether it arrives, it counts as arrived. */
  #sent({ arriveBy }: OutboxMessage, now: Date): Partial<OutboxMessage> {
    const isFollowed = this.#parts.reportTo !== undefined;
    return { sentAt: instant(now), ...(arriveBy !== null && !isFollowed && { arriveBy: null }) };
  }

  /** What it says; undefined where it would say what is of no use any more. */
  async #body(manager: EntityManager, message: OutboxMessage, phone: string): Promise<string | undefined> {
    const { letterhead, texts, fields, clock, secureFormUrl } = this.#parts;
    const isLink = message.kind === 'secureLink' || message.kind === 'secureCode';
    return messageText(message, {
      letterhead,
      form: texts.of(phone),
      noticeCode: () => noticeCode(fields, message.id),
      secret: isLink ? await linkSecret(manager, message, { fields, now: clock() }) : undefined,
      secureFormUrl: secureFormUrl?.(),
    });
  }
}

function due(manager: EntityManager, now: Date, most: number): Promise<OutboxMessage[]> {
  return manager.find(Outbox, {
    where: { sentAt: IsNull(), givenUpAt: IsNull(), nextTryAt: LessThanOrEqual(instant(now)) },
    order: { nextTryAt: 'ASC', id: 'ASC' },
    take: most,
  });
}

/** A message that will never arrive this way is tried another way at once. */
function givenUp({ arriveBy }: OutboxMessage, now: Date): Partial<OutboxMessage> {
  return { givenUpAt: instant(now), ...(arriveBy !== null && { arriveBy: instant(now) }) };
}

function byTries(messages: readonly OutboxMessage[]): Map<number, string[]> {
  const ids = new Map<number, string[]>();
  for (const { id, tries } of messages) ids.set(tries, [...(ids.get(tries) ?? []), id]);
  return ids;
}
