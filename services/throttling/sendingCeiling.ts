import { ceilingAfter, daysLookedBack } from '../../kit/limits/dailyCeiling.ts';
import { type EntityManager, IsNull, MoreThan } from '../../kit/store/query.ts';
import { type Clock, hours, instant, later } from '../../kit/time.ts';
import { Outbox } from '../tables/outboxMessage.ts';

const day = 24 * hours;
/** The time for which the ceiling is kept in memory; the busiest day changes only once a day. */
const rememberedFor = 1 * hours;

/** `sent`: the messages sent to customers in the last 24 hours and those waiting; `most`: how many are allowed. */
export type Sending = { sent: number; most: number };

/**
 * Limits all messages to customers in 24 hours. A link above the limit is not sent. Receipts are always sent, because a
 * customer must hear of each unfreezing.
 */
export class SendingCeiling {
  readonly #clock: Clock;
  readonly #fixed: number | undefined;
  #remembered: { most: number; until: number } | undefined;

  /** @param options `fixed` is the limit that the operator set, if any */
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

/** The messages of the busiest recent day. Today is left out, so that today's messages cannot raise their own limit. */
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
