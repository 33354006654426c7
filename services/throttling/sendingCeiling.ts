import { ceilingAfter, daysLookedBack } from '../../kit/limits/dailyCeiling.ts';
import { type EntityManager, IsNull, MoreThan } from '../../kit/store/query.ts';
import { type Clock, hours, instant, later } from '../../kit/time.ts';
import { Outbox } from '../tables/outboxMessage.ts';

const day = 24 * hours;
/** What was busiest changes by the day. */
const rememberedFor = 1 * hours;

/** What went out to customers in a day, or waits to, and how many may. */
export type Sending = { sent: number; most: number };

/**
 * How many messages go to customers over all. A link past it is not sent, whoever asks for it; receipts are, since each
 * comes of an unfreezing that its customer must hear of.
 */
export class SendingCeiling {
  readonly #clock: Clock;
  readonly #fixed: number | undefined;
  #remembered: { most: number; until: number } | undefined;

  /** @param parts `fixed` where the operator has set one */
  constructor({ clock, fixed }: { clock: Clock; fixed?: number | undefined }) {
    this.#clock = clock;
    this.#fixed = fixed;
  }

  async allows(manager: EntityManager): Promise<boolean> {
    const { sent, most } = await this.standing(manager);
    return sent < most;
  }

  async standing(manager: EntityManager): Promise<Sending> {
    const since = MoreThan(instant(later(this.#clock(), -day)));
    const waiting = { sentAt: IsNull(), givenUpAt: IsNull() };
    const sent = await manager.count(Outbox, { where: [{ sentAt: since }, waiting] });
    return { sent, most: this.#fixed ?? (await this.#most(manager)) };
  }

  async #most(manager: EntityManager): Promise<number> {
    const now = this.#clock().getTime();
    if (this.#remembered && this.#remembered.until > now) return this.#remembered.most;
    const most = ceilingAfter(await busiestDay(manager, new Date(now)));
    this.#remembered = { most, until: now + rememberedFor };
    return most;
  }
}

/** How many went out on the busiest of the last days, today left out: what is sent now must not lift its own ceiling. */
async function busiestDay(manager: EntityManager, now: Date): Promise<number> {
  const today = instant(now).slice(0, 10);
  const first = instant(later(now, -daysLookedBack * day)).slice(0, 10);
  const busiest = await manager
    .createQueryBuilder(Outbox, 'message')
    .select('COUNT(*)', 'count')
    .where('message.sentAt >= :first AND message.sentAt < :today', { first, today })
    .groupBy('SUBSTR(message.sentAt, 1, 10)')
    .orderBy('COUNT(*)', 'DESC')
    .limit(1)
    .getRawOne<{ count: string | number }>();
  return Number(busiest?.count ?? 0);
}
