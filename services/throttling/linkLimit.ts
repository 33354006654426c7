import { type EntityManager, MoreThan } from '../../kit/store/query.ts';
import { hours, type Instant, instant, later } from '../../kit/time.ts';
import type { CardReference } from '../contract/card.ts';
import { type AskedFrom, SecureLinks } from '../tables/secureLink.ts';
import type { SteadyTime } from './steadyTime.ts';

/** A message costs the bank money, and a customer who did not ask for it their peace. */
const limits = [
  { most: 3, window: 1 * hours },
  { most: 5, window: 24 * hours },
];

type Asked = { card: CardReference; customer: string; askedFrom: AskedFrom };

/**
 * So many links are sent for a card and to its customer, over all who ask for them; and as many again to who asks from
 * the registered phone itself, whatever others have used up.
 */
export class LinkLimit {
  readonly #time: SteadyTime;

  constructor({ time }: { time: SteadyTime }) {
    this.#time = time;
  }

  /** @returns the moment under which one more link counts, or before which none may be sent */
  async next(
    manager: EntityManager,
    { card, customer, askedFrom }: Asked,
  ): Promise<{ countedAt: Instant } | { notBefore: Instant }> {
    const now = await this.#time.keep(manager);
    const countedAt = MoreThan(instant(later(now, -24 * hours)));
    const sent = await manager.find(SecureLinks, {
      where: [
        { card, countedAt, askedFrom },
        { customer, countedAt, askedFrom },
      ],
      order: { countedAt: 'ASC' },
    });
    const ends = limits.flatMap(({ most, window }) => {
      const first = sent.at(-most);
      const end = first && later(new Date(first.countedAt), window);
      return end && end > now ? [end] : [];
    });
    const last = ends.sort((one, other) => one.getTime() - other.getTime()).at(-1);
    return last ? { notBefore: this.#time.onTheWall(last, now) } : { countedAt: instant(now) };
  }
}
