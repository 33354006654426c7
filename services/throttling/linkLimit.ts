import { type EntityManager, MoreThan } from '../../kit/store/query.ts';
import { hours, type Instant, instant, later } from '../../kit/time.ts';
import type { CardReference } from '../contract/card.ts';
import { type AskedFrom, SecureLinkRows } from '../tables/secureLink.ts';
import type { SteadyTime } from './steadyTime.ts';

/** The limit is low because each message costs the bank money and disturbs a customer who may not have asked for it. */
const mostInAnHour = 3;

type LinkLimitDependencies = {
  time: SteadyTime;
  /** The most links a day to one customer. */
  mostInADay: number;
  /** The limit on all messages to customers. */
  ceiling: { allows(manager: EntityManager): Promise<boolean> };
  /** Whether messages can be sent to this number. */
  reaches: (phone: string) => boolean;
};

type Asked = { card: CardReference; customer: string; askedFrom: AskedFrom };

/**
 * Limits the links for one card and one customer, whoever asks for them. Requests from the registered phone itself have
 * a limit of their own, so that others cannot use it up.
 */
export class LinkLimit {
  readonly #parts: LinkLimitDependencies;

  constructor(parts: LinkLimitDependencies) {
    this.#parts = parts;
  }

  reaches(phone: string): boolean {
    return this.#parts.reaches(phone);
  }

  /**
   * @returns `countedAt` for the new link, or `notBefore` where none may be sent yet; null where the end of the wait is
   * unknown
   */
  async next(
    manager: EntityManager,
    { card, customer, askedFrom }: Asked,
  ): Promise<{ countedAt: Instant } | { notBefore: Instant | null }> {
    const { time, ceiling, mostInADay } = this.#parts;
    const now = await time.keep(manager);
    const countedAt = MoreThan(instant(later(now, -24 * hours)));
    const sent = await manager.find(SecureLinkRows, {
      where: [
        { card, countedAt, askedFrom },
        { customer, countedAt, askedFrom },
      ],
      order: { countedAt: 'ASC' },
    });
    const limits = [
      { most: mostInAnHour, window: 1 * hours },
      { most: mostInADay, window: 24 * hours },
    ];
    const ends = limits.flatMap(({ most, window }) => {
      const first = sent.at(-most);
      const end = first && later(new Date(first.countedAt), window);
      return end && end > now ? [end] : [];
    });
    const last = ends.sort((one, other) => one.getTime() - other.getTime()).at(-1);
    if (last) return { notBefore: time.onTheWall(last, now) };
    return (await ceiling.allows(manager)) ? { countedAt: instant(now) } : { notBefore: null };
  }
}
