import { type EntityManager, In, LessThanOrEqual, MoreThan, Not } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, hours, instant, later, minutes, seconds } from '../../kit/time.ts';
import type { CardSystem } from '../cardSystem/cardSystem.ts';
import type { CardReference } from '../contract/card.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import { type FailedAttempt, FailedAttempts } from '../tables/failedAttempt.ts';
import { locks } from '../tables/locks.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import type { NoticeRules } from './noticeRules.ts';
import { type AttemptNotice, attemptNotices, queueNotice } from './outbox.ts';
import type { OwnMessages } from './ownMessages.ts';

type AttemptNoticesDependencies = {
  store: Store;
  cardSystem: Pick<CardSystem, 'find' | 'addressee'>;
  clock: Clock;
  /** Under which attempts are counted. */
  time: { now(manager: EntityManager): Promise<Date> };
  throttling: {
    lockOf(manager: EntityManager, of: { card: CardReference; customer: string }): Promise<unknown>;
  };
  noticeRules: NoticeRules;
  ownMessages: OwnMessages;
};

/** In quiet hours a notice of wrong tries waits, but not the notice of a lock. */
const waits: Readonly<Record<AttemptNotice, boolean>> = { attemptsFailed: true, attemptsLocked: false };

/** A younger attempt may still be under check, and succeed. */
const settlesWithin = 30 * seconds;
const lookedBack = 10 * minutes;
const day = 24 * hours;
/** A single wrong try is taken for a slip of the finger. */
const fewest = 2;

/**
 * Tells owners of wrong tries at their cards that did not come by the link to their own phone, at most once a day. It looks
 * after the fact, so that no answer takes longer for it, and nobody learns from one what was wrong.
 */
export class AttemptNotices {
  readonly #parts: AttemptNoticesDependencies;

  constructor(parts: AttemptNoticesDependencies) {
    this.#parts = parts;
  }

  /** One round over the customers whose cards were tried lately. To be called every minute. */
  async look(): Promise<void> {
    const { store } = this.#parts;
    const tried = await store.read((manager) => this.#triedLately(manager));
    for (const failure of tried) {
      if (await store.read((manager) => this.#isDue(manager, failure))) await this.#queue(failure);
    }
  }

  /** The newest failure of each customer. */
  async #triedLately(manager: EntityManager): Promise<FailedAttempt[]> {
    const now = await this.#parts.time.now(manager);
    const failures = await manager.find(FailedAttempts, {
      where: {
        at: MoreThan(instant(later(now, -lookedBack))),
        channel: Not('secureForm'),
      },
      order: { at: 'ASC' },
    });
    const settled = failures.filter(({ at }) => at <= instant(later(now, -settlesWithin)));
    return [...new Map(settled.map((one) => [one.customer, one])).values()];
  }

  async #isDue(manager: EntityManager, { customer }: FailedAttempt): Promise<boolean> {
    const now = await this.#parts.time.now(manager);
    const failures = await manager.countBy(FailedAttempts, {
      customer,
      channel: Not('secureForm'),
      at: LessThanOrEqual(instant(later(now, -settlesWithin))),
    });
    return failures >= fewest && !(await this.#wasTold(manager, customer));
  }

  #wasTold(manager: EntityManager, customerId: string): Promise<boolean> {
    const queuedAt = MoreThan(instant(later(this.#parts.clock(), -day)));
    return manager.existsBy(Outbox, { customerId, kind: In(attemptNotices), queuedAt });
  }

  async #queue({ card, customer, channel }: FailedAttempt): Promise<void> {
    const { store, cardSystem, clock, throttling, ownMessages, noticeRules } = this.#parts;
    const found = await cardSystem.find(card);
    const addressee = await cardSystem.addressee(card);
    if (found?.reserved.customerId !== customer) return;
    await store.transaction([locks.customer(customer)], async (manager) => {
      const owner = addressee ?? (await manager.findOneBy(Customers, { id: customer }));
      if (!owner || !(await this.#mayBeTold(manager, owner))) return;
      if (addressee) await manager.upsert(Customers, addressee, ['id']);
      const isLocked = (await throttling.lockOf(manager, { card, customer })) !== undefined;
      const kind: AttemptNotice = isLocked ? 'attemptsLocked' : 'attemptsFailed';
      const at = clock();
      const notBefore = waits[kind] ? noticeRules.quietUntil(owner, at) : undefined;
      await queueNotice(manager, { ...found, at, channel, ownMessages }, { kind, notBefore });
    });
  }

  async #mayBeTold(manager: EntityManager, owner: Customer): Promise<boolean> {
    if (await this.#wasTold(manager, owner.id)) return false;
    return this.#parts.noticeRules.mayBeTold(manager, owner);
  }
}
