import { UnfreezeError } from '../../kit/errors.ts';
import { networksOf } from '../../kit/networks.ts';
import { plainSql } from '../../kit/store/plainSql.ts';
import { type EntityManager, In, MoreThan } from '../../kit/store/query.ts';
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
   * Counts a query in the transaction that answers it. One statement counts and looks, so that of many at the same moment
   * none is missed; where it is refused, the transaction takes it back.
   * @param card where it was not named by its number
   * @returns how many there were lately from everybody
   * @throws UnfreezeError `tooManyRequests`
   */
  async count(manager: EntityManager, userTerminal: UserTerminal, card?: CardOfPhone): Promise<number> {
    const now = await this.#time.keep(manager);
    const counted = this.#counted(userTerminal, card);
    const counts = await countAll(manager, counted, now);
    if (counted.some(({ subject, limit }) => (counts.get(subject) ?? 0) > limit)) throw tooMany();
    return counts.get(everybody) ?? 0;
  }

  /** Looks whether a query would be answered, before anything is asked for it. @throws UnfreezeError `tooManyRequests` */
  async assertLeft(manager: EntityManager, userTerminal: UserTerminal, card?: CardOfPhone): Promise<void> {
    const counted = this.#counted(userTerminal, card);
    const since = MoreThan(instant(later(await this.#time.now(manager), -window)));
    const subject = In(counted.map((one) => one.subject));
    const found = await manager.findBy(QueryCounts, { subject, since });
    const counts = new Map(found.map((one) => [one.subject, one.count]));
    if (counted.some(({ subject, limit }) => (counts.get(subject) ?? 0) >= limit)) throw tooMany();
  }

  /** How many card status queries there were lately. */
  async overall(manager: EntityManager): Promise<number> {
    return (await lately(manager, everybody, await this.#time.now(manager))).count;
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

function tooMany(): UnfreezeError {
  return new UnfreezeError('tooManyRequests', 'too many requests of one kind');
}

/** Adds one to each, or begins anew. @returns how many there were lately of each, with this one */
async function countAll(
  manager: EntityManager,
  counted: readonly { subject: string }[],
  now: Date,
): Promise<Map<string, number>> {
  const values = counted.map(() => '(?, ?, 1)').join();
  const statement = `INSERT INTO "query_counts" (subject, since, count) VALUES ${values}
    ON CONFLICT (subject) DO UPDATE SET
      count = CASE WHEN query_counts.since > ? THEN query_counts.count + 1 ELSE 1 END,
      since = CASE WHEN query_counts.since > ? THEN query_counts.since ELSE excluded.since END
    RETURNING subject, count`;
  const before = instant(later(now, -window));
  const rows = await plainSql<{ subject: string; count: number }>(manager, statement, [
    ...counted.flatMap(({ subject }) => [subject, instant(now)]),
    before,
    before,
  ]);
  return new Map(rows.map(({ subject, count }) => [subject, count]));
}

async function lately(
  manager: EntityManager,
  subject: string,
  now: Date,
): Promise<{ since: string; count: number }> {
  const found = await manager.findOneBy(QueryCounts, { subject });
  return found && found.since > instant(later(now, -window)) ? found : { since: instant(now), count: 0 };
}
