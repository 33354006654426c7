import { UnfreezeError } from '../../kit/errors.ts';
import { networksOf } from '../../kit/networks.ts';
import { type Asked, askTogether } from '../../kit/store/askTogether.ts';
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
   * @param beside what is asked of the database with it
   * @returns the recent queries of everybody
   * @throws UnfreezeError `tooManyRequests`
   */
  async count<Beside = undefined>(
    manager: EntityManager,
    userTerminal: UserTerminal,
    card?: CardOfPhone,
    beside: Asked<Beside | undefined> = { known: undefined },
  ): Promise<{ count: number; beside: Beside | undefined }> {
    const now = await this.#time.keep(manager);
    const counted = this.#counted(userTerminal, card);
    const all = everybodyIn(manager);
    const everybody = all[++this.#counts % all.length] ?? '';
    const counting = countAll(manager, [...counted, { subject: everybody }], now);
    const isOne = all.length === 1;
    const overall = isOne ? { known: 0 } : this.#overall.asked(now, sumOf(manager, all, now));
    const [counts, , found] = await askTogether(manager, [counting, overall, beside]);
    if (counted.some(({ subject, limit }) => (counts.get(subject) ?? 0) > limit)) throw tooMany();
    // What was looked for just now has this one in it.
    if (!isOne && 'known' in overall) this.#overall.add(1);
    return { count: isOne ? (counts.get(everybody) ?? 0) : this.#overall.count, beside: found };
  }

  /** Checks in advance, without counting, whether a query would be answered. @throws UnfreezeError `tooManyRequests` */
  async assertLeft(manager: EntityManager, userTerminal: UserTerminal, card?: CardOfPhone): Promise<void> {
    const counted = this.#counted(userTerminal, card);
    const now = await this.#time.now(manager);
    const subjects = counted.map(({ subject }) => subject);
    const [counts] = await askTogether(manager, [latelyOf(manager, subjects, now)]);
    if (counted.some(({ subject, limit }) => (counts.get(subject) ?? 0) >= limit)) throw tooMany();
  }

  /** The recent card status queries of everybody. */
  async overall(manager: EntityManager): Promise<number> {
    const now = await this.#time.now(manager);
    const [sum] = await askTogether(manager, [sumOf(manager, everybodyIn(manager), now)]);
    return sum;
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
