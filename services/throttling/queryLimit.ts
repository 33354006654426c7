import { UnfreezeError } from '../../kit/errors.ts';
import { networksOf } from '../../kit/networks.ts';
import { type EntityManager, MoreThan } from '../../kit/store/query.ts';
import { instant, later } from '../../kit/time.ts';
import type { LastFour } from '../contract/card.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { QueryCounts } from '../tables/queryCount.ts';
import { lately as window } from './overallLimit.ts';
import type { SteadyTime } from './steadyTime.ts';

/** In ten minutes. Behind one network address a whole office may sit, or a mobile carrier. */
const most = { userTerminal: 20, networkAddress: 100, cardOfPhone: 10 };

const everybody = 'everybody';

/** A card as who has no number of it names it. */
export type CardOfPhone = { phone: string; lastFour: LastFour };

/**
 * So many card status queries are answered in ten minutes, over all processes and restarts: frozen cards stay
 * distinguishable from others. Whoever asks is kept as an HMAC.
 */
export class QueryLimit {
  readonly #fields: FieldSealing;
  readonly #time: SteadyTime;

  constructor({ fields, time }: { fields: FieldSealing; time: SteadyTime }) {
    this.#fields = fields;
    this.#time = time;
  }

  /**
   * Counts a query inside its own transaction.
   * @param card where it was not named by its number
   * @returns how many there were lately from everybody
   * @throws UnfreezeError `tooManyRequests`
   */
  async count(manager: EntityManager, userTerminal: UserTerminal, card?: CardOfPhone): Promise<number> {
    const now = await this.#time.keep(manager);
    let everybodys = 0;
    for (const counted of this.#counted(userTerminal, card))
      everybodys = await countOne(manager, counted, now);
    return everybodys;
  }

  /** How many card status queries there were lately. */
  async overall(manager: EntityManager): Promise<number> {
    return (await lately(manager, everybody, await this.#time.now(manager))).count;
  }

  /** Takes back what was counted for a query that was not answered. */
  async takeBack(manager: EntityManager, userTerminal: UserTerminal, card?: CardOfPhone): Promise<void> {
    for (const { subject } of this.#counted(userTerminal, card)) {
      await manager.decrement(QueryCounts, { subject, count: MoreThan(0) }, 'count', 1);
    }
  }

  /** Under what a query counts, everybody last. */
  #counted(
    { channel, address, network }: UserTerminal,
    card?: CardOfPhone,
  ): { subject: string; limit: number }[] {
    const terminal = this.#fields.index('queryLimit', `${channel}\0${address}`);
    const networks = network === undefined ? [] : networksOf(network);
    const cards = card ? [this.#fields.index('queryLimitOfCard', `${card.phone}\0${card.lastFour}`)] : [];
    return [
      { subject: terminal, limit: most.userTerminal },
      ...networks.map((counted) => ({
        subject: this.#fields.index('queryLimitOfNetwork', counted.network),
        limit: most.networkAddress * counted.times,
      })),
      ...cards.map((subject) => ({ subject, limit: most.cardOfPhone })),
      { subject: everybody, limit: Number.POSITIVE_INFINITY },
    ];
  }
}

/** @returns how many there were lately with this one. @throws UnfreezeError `tooManyRequests` */
async function countOne(
  manager: EntityManager,
  { subject, limit }: { subject: string; limit: number },
  now: Date,
): Promise<number> {
  const { since, count } = await lately(manager, subject, now);
  if (count >= limit) throw new UnfreezeError('tooManyRequests', 'too many requests of one kind');
  await manager.upsert(QueryCounts, { subject, since, count: count + 1 }, ['subject']);
  return count + 1;
}

async function lately(
  manager: EntityManager,
  subject: string,
  now: Date,
): Promise<{ since: string; count: number }> {
  const found = await manager.findOneBy(QueryCounts, { subject });
  return found && found.since > instant(later(now, -window)) ? found : { since: instant(now), count: 0 };
}
