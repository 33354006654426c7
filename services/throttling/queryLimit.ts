import { UnfreezeError } from '../../kit/errors.ts';
import { networksOf } from '../../kit/networks.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { LastFour } from '../contract/card.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { SampledCount } from './sampledCount.ts';
import type { SteadyTime } from './steadyTime.ts';
import { countAll, latelyOf, sumOf } from './subjectCounts.ts';

/** The most queries in ten minutes. A network address has more, since an office or a mobile carrier can share one. */
const most = { userTerminal: 20, networkAddress: 100, cardOfPhone: 10 };

/**
 * The number of rows that share the count over everybody. Several rows are needed because a writer makes the next one
 * wait until it commits.
 */
const rowsOfEverybody = { postgres: 16, sqlite: 1 };

function everybodyIn(manager: EntityManager): string[] {
  const isPostgres = manager.dataSource.options.type === 'postgres';
  const rows = isPostgres ? rowsOfEverybody.postgres : rowsOfEverybody.sqlite;
  return Array.from({ length: rows }, (_, row) => (row === 0 ? 'everybody' : `everybody ${row}`));
}

/** A card named without its number: by the customer's phone and the last four digits. */
export type CardOfPhone = { phone: string; lastFour: LastFour };

/**
 * Limits card status queries in ten minutes, over all processes and restarts, because an answer tells a frozen card
 * from any other. The asker is stored as an HMAC.
 */
export class QueryLimit {
  readonly #fields: FieldSealing;
  readonly #time: SteadyTime;
  readonly #overall = new SampledCount();
  #counts = 0;

  constructor({ fields, time }: { fields: FieldSealing; time: SteadyTime }) {
    this.#fields = fields;
    this.#time = time;
  }

  /**
   * Counts a query in the transaction that answers it. One statement counts and checks, so that none of many
   * simultaneous queries is missed; a refusal rolls the count back.
   * @param card set where the card was named without its number
   * @returns the recent queries of everybody
   * @throws UnfreezeError `tooManyRequests`
   */
  async count(manager: EntityManager, userTerminal: UserTerminal, card?: CardOfPhone): Promise<number> {
    const now = await this.#time.keep(manager);
    const counted = this.#counted(userTerminal, card);
    const all = everybodyIn(manager);
    const everybody = all[++this.#counts % all.length] ?? '';
    const counts = await countAll(manager, [...counted, { subject: everybody }], now);
    if (counted.some(({ subject, limit }) => (counts.get(subject) ?? 0) > limit)) throw tooMany();
    if (all.length === 1) return counts.get(everybody) ?? 0;
    this.#overall.add(1);
    return this.#overall.at(now, () => sumOf(manager, all, now));
  }

  /** Checks in advance, without counting, whether a query would be answered. @throws UnfreezeError `tooManyRequests` */
  async assertLeft(manager: EntityManager, userTerminal: UserTerminal, card?: CardOfPhone): Promise<void> {
    const counted = this.#counted(userTerminal, card);
    const now = await this.#time.now(manager);
    const counts = await latelyOf(
      manager,
      counted.map(({ subject }) => subject),
      now,
    );
    if (counted.some(({ subject, limit }) => (counts.get(subject) ?? 0) >= limit)) throw tooMany();
  }

  /** The recent card status queries of everybody. */
  async overall(manager: EntityManager): Promise<number> {
    return sumOf(manager, everybodyIn(manager), await this.#time.now(manager));
  }

  /** The subjects that a query counts on, other than everybody. */
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
    ];
  }
}

function tooMany(): UnfreezeError {
  return new UnfreezeError('tooManyRequests', 'too many requests of one kind');
}
