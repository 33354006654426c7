import { type EntityManager, MoreThan } from '../../kit/store/query.ts';
import { hours, type Instant, instant, later } from '../../kit/time.ts';
import type { CardReference } from '../contract/card.ts';
import { type AskedFrom, SecureLinks } from '../tables/secureLink.ts';
import type { SteadyTime } from './steadyTime.ts';

/** A message costs the bank money, and a customer who did not ask for it their peace. */
const mostInAnHour = 3;

type Parts = {
  time: SteadyTime;
  /** To one customer. */
  mostInADay: number;
  /** What goes out over all. */
  ceiling: { allows(manager: EntityManager): Promise<boolean> };
  /** Whether a message may go to this number. */
  reaches: (phone: string) => boolean;
};

type Asked = { card: CardReference; customer: string; askedFrom: AskedFrom };

/**
 * So many links are sent for a card and to its customer, over all who ask for them; and as many again to who asks from
 * the registered phone itself, whatever others have used up.
 */
export class LinkLimit {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  reaches(phone: string): boolean {
    return this.#parts.reaches(phone);
  }

  /** @returns the moment under which one more link counts, or before which none may be sent; null: nobody knows when */
  async next(
    manager: EntityManager,
    { card, customer, askedFrom }: Asked,
  ): Promise<{ countedAt: Instant } | { notBefore: Instant | null }> {
    const { time, ceiling, mostInADay } = this.#parts;
    const now = await time.keep(manager);
    const countedAt = MoreThan(instant(later(now, -24 * hours)));
    const sent = await manager.find(SecureLinks, {
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
