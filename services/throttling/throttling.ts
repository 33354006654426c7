import { networksOf, timesTheBudget } from '../../kit/networks.ts';
import { type Asked, askedAs, askTogether } from '../../kit/store/askTogether.ts';
import { plainlyAsked } from '../../kit/store/plainSql.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import { type EntityManager, IsNotNull, LessThanOrEqual } from '../../kit/store/query.ts';
import { hours, type Instant, instant, later } from '../../kit/time.ts';
import type { CardReference } from '../contract/card.ts';
import type { Channel } from '../contract/channels.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { type FailedAttempt, FailedAttempts, networkColumns } from '../tables/failedAttempt.ts';
import { failuresUntilLock, lockAgainst, type UnfreezingLock, waitBefore } from './index.ts';
import { anyNameOf, asCalledNow, type Names, type Networks, noNetworks, originsIn } from './origins.ts';
import { lately } from './overallLimit.ts';
import type { History, NetworkHistory } from './rule.ts';
import { SampledCount } from './sampledCount.ts';
import type { SteadyTime } from './steadyTime.ts';

const failedAttempts = new PreparedTable(FailedAttempts);

/** The card and customer whose failures are counted together. */
export type Throttled = { card: CardReference; customer: string };

/** One attempt of one authentication request, from a user terminal. */
export type Attempt = Throttled & {
  authenticationRequest: string;
  attempt: number;
  userTerminal: UserTerminal;
};

/** Times are those of the wall clock. `until` is null where only an operator can release the lock. */
export type Locked = { outcome: 'locked'; until: Instant | null; rule: UnfreezingLock['rule'] };
export type TooSoon = { outcome: 'tooSoon'; notBefore: Instant };

/** What stands against an attempt, if anything, and the steady time of the look. */
export type Foreseen = { now: Date; against: Locked | TooSoon | undefined };

/** No budget looks back further, so the address of an attempt is not kept longer. */
const day = 24 * hours;

/** Counts failed attempts and decides whether the next one is allowed, in the caller's transaction. */
export class Throttling {
  readonly #fields: FieldSealing;
  readonly #time: SteadyTime;
  readonly #overall = new SampledCount();

  constructor({ fields, time }: { fields: FieldSealing; time: SteadyTime }) {
    this.#fields = fields;
    this.#time = time;
  }

  /**
   * Counts an attempt as failed before it is checked, so that parallel guesses cannot outrun the count; a success takes
   * the count back. A refused attempt is not counted, so attempts during a lock do not extend it.
   */
  async begin(
    manager: EntityManager,
    attempt: Attempt,
    foreseen?: Foreseen,
  ): Promise<Locked | TooSoon | undefined> {
    const { now, against } = foreseen ?? (await this.#foresees(manager, attempt));
    if (!against) await failedAttempts.insert(manager, [this.#failure(attempt, now)]);
    return against;
  }

  /** What `begin` decides by, to be asked together with others in its transaction. */
  async foreseeing(manager: EntityManager, attempt: Attempt): Promise<Asked<Foreseen>> {
    const now = await this.#time.keep(manager);
    return askedAs(this.#against(manager, attempt, now), (against) => ({ now, against }));
  }

  async #foresees(manager: EntityManager, attempt: Attempt): Promise<Foreseen> {
    const [foreseen] = await askTogether(manager, [await this.foreseeing(manager, attempt)]);
    return foreseen;
  }

  /** What would refuse an attempt now. It counts nothing. */
  async against(manager: EntityManager, attempt: Attempt): Promise<Locked | TooSoon | undefined> {
    const now = await this.#time.now(manager);
    const [against] = await askTogether(manager, [this.#against(manager, attempt, now)]);
    return against;
  }

  #against(manager: EntityManager, attempt: Attempt, now: Date): Asked<Locked | TooSoon | undefined> {
    const failure = this.#failure(attempt, now);
    return askedAs(historyOf(manager, failure, now, this.#namesOfBefore(attempt)), (history) => {
      const lock = lockAgainst(history);
      const notBefore = waitBefore(history);
      if (lock) return this.#locked(lock, now);
      return notBefore && { outcome: 'tooSoon', notBefore: this.#time.onTheWall(notBefore, now) };
    });
  }

  /**
   * Decides what follows from a failed attempt. If its count was deleted meanwhile, by a release or by a success with
   * another card of the customer, it is counted again.
   * @param attemptsLeft of its authentication request
   * @returns the lock that it caused, or the number of attempts left before one
   */
  async failed(
    manager: EntityManager,
    attempt: Attempt,
    attemptsLeft: number,
  ): Promise<Locked | { outcome: 'notAccepted'; attemptsLeft: number }> {
    const now = await this.#time.keep(manager);
    const key = { authenticationRequest: attempt.authenticationRequest, attempt: attempt.attempt };
    const begun = await manager.findOneBy(FailedAttempts, key);
    const endedRequestAt = attemptsLeft === 0 ? instant(now) : null;
    const failure = { ...(begun ?? this.#failure(attempt, now)), failedAt: instant(now), endedRequestAt };
    if (!begun?.failedAt) this.#overall.add(1);
    await manager.upsert(FailedAttempts, failure, ['authenticationRequest', 'attempt']);
    const [history] = await askTogether(manager, [
      historyOf(manager, failure, now, this.#namesOfBefore(attempt)),
    ]);
    const lock = lockAgainst(history);
    if (lock) return this.#locked(lock, now);
    return { outcome: 'notAccepted', attemptsLeft: failuresUntilLock(history, attemptsLeft) };
  }

  /**
   * Deletes the failures of a card and its customer, after an operator's release.
   * @returns how many there were
   */
  async forget(manager: EntityManager, { card, customer }: Throttled): Promise<number> {
    const { affected } = await manager.delete(FailedAttempts, [{ card }, { customer }]);
    return affected ?? 0;
  }

  /** As `forget`, where nobody has to know how many there were. */
  async succeeded(manager: EntityManager, { card, customer }: Throttled): Promise<void> {
    await failedAttempts.delete(manager, { that: '{card} = ? OR {customer} = ?', values: [card, customer] });
  }

  /** The number of failures that count on a card and its customer. */
  failures(manager: EntityManager, { card, customer }: Throttled): Promise<number> {
    return manager.countBy(FailedAttempts, [{ card }, { customer }]);
  }

  /** The customer in the newest failure on a card; undefined where there is none. */
  async customerOf(manager: EntityManager, card: CardReference): Promise<string | undefined> {
    const [newest] = await manager.find(FailedAttempts, { where: { card }, order: { at: 'DESC' }, take: 1 });
    return newest?.customer;
  }

  /** The moment when the newest failure of a card and its customer began. A later failure means another lock. */
  async newestFailure(manager: EntityManager, { card, customer }: Throttled): Promise<Instant | undefined> {
    const where = [{ card }, { customer }];
    const [newest] = await manager.find(FailedAttempts, { where, order: { at: 'DESC' }, take: 1 });
    return newest?.at;
  }

  /**
   * The lock on a card and its customer for any user terminal.
   * @param channel an ordinary one, or the secure form, which has extra attempts
   */
  async lockOf(
    manager: EntityManager,
    of: Throttled,
    channel: Channel = 'webChat',
  ): Promise<Locked | undefined> {
    const now = await this.#time.now(manager);
    const anybody = { channel, userTerminal: null, ...noNetworks };
    const [history] = await askTogether(manager, [historyOf(manager, { ...of, ...anybody }, now)]);
    const lock = lockAgainst(history);
    return lock && this.#locked(lock, now);
  }

  /**
   * The lock or wait before another attempt from a user terminal, and the number of failures left before a lock, at
   * most `most`. It changes nothing. The network is not checked, because an authentication request does not keep it.
   */
  async outlook(
    manager: EntityManager,
    { userTerminal: { channel, address }, ...of }: Throttled & Pick<Attempt, 'userTerminal'>,
    most: number,
  ): Promise<{ lock: Locked | undefined; failuresLeft: number }> {
    const now = await this.#time.now(manager);
    const from = { userTerminal: { channel, address }, authenticationRequest: '', attempt: 0 };
    const failure = this.#failure({ ...of, ...from }, now);
    const [history] = await askTogether(manager, [
      historyOf(manager, failure, now, this.#namesOfBefore(from)),
    ]);
    const lock = lockAgainst(history);
    if (lock) return { lock: this.#locked(lock, now), failuresLeft: 0 };
    return { lock: undefined, failuresLeft: failuresUntilLock(history, most) };
  }

  /** The attempts of everybody that failed in the last minutes, without those still being checked. */
  async overall(manager: EntityManager): Promise<number> {
    const [count] = await askTogether(manager, [await this.askedOverall(manager)]);
    return count;
  }

  /** What `overall` asks, to be asked together with others. */
  async askedOverall(manager: EntityManager): Promise<Asked<number>> {
    const now = await this.#time.now(manager);
    return this.#overall.asked(now, failedSince(manager, now));
  }

  /**
   * Deletes the origin of attempts after a day. The failure itself stays.
   * @returns the steady time
   */
  async removeExpired(manager: EntityManager): Promise<Date> {
    const now = await this.#time.keep(manager);
    const before = instant(later(now, -day));
    const known = { at: LessThanOrEqual(before), userTerminal: IsNotNull() };
    await manager.update(FailedAttempts, known, { userTerminal: null, ...noNetworks });
    return now;
  }

  #failure({ userTerminal: { channel, address, network }, ...attempt }: Attempt, now: Date): FailedAttempt {
    return {
      ...attempt,
      channel,
      userTerminal: this.#fields.index('userTerminal', `${channel}\0${address}`),
      ...this.#networks(network),
      at: instant(now),
      failedAt: null,
      endedRequestAt: null,
    };
  }

  /** The names that this origin had under older keys, each with its present name. */
  #namesOfBefore({ userTerminal: { channel, address, network } }: Pick<Attempt, 'userTerminal'>): Names {
    const networks = network === undefined ? [] : networksOf(network);
    const all = [
      this.#fields.indexes('userTerminal', `${channel}\0${address}`),
      ...networks.map((one) => this.#fields.indexes('networkAddress', one.network)),
    ];
    return new Map(all.flatMap(([now = '', ...before]) => before.map((one) => [one, now])));
  }

  #networks(network: string | undefined): Networks {
    const counted = network === undefined ? [] : networksOf(network);
    const index = (one: string) => this.#fields.index('networkAddress', one);
    const columns = counted.flatMap((one, place) => {
      const column = networkColumns[place];
      return column === undefined ? [] : [[column, index(one.network)] as const];
    });
    return { ...noNetworks, ...Object.fromEntries(columns) };
  }

  #locked({ rule, until }: UnfreezingLock, now: Date): Locked {
    return { outcome: 'locked', until: until && this.#time.onTheWall(until, now), rule };
  }
}

/** The attempts of everybody that have failed since a while before `now`. */
function failedSince(manager: EntityManager, now: Date): Asked<number> {
  const statement = 'SELECT COUNT(*) AS "count" FROM failed_attempts WHERE failed_at > ?';
  const values = [instant(later(now, -lately))];
  const counted = plainlyAsked<{ count: number | string }>(manager, statement, values);
  return askedAs(counted, ([row]) => Number(row?.count ?? 0));
}

type Of = Throttled & Networks & Pick<FailedAttempt, 'channel' | 'userTerminal'>;

function historyOf(manager: EntityManager, of: Of, now: Date, names: Names = new Map()): Asked<History> {
  const called = asCalledNow(of, names);
  const since = instant(later(now, -day));
  const from = originsIn(called).map((origin) => anyNameOf(origin, names));
  const any = {
    that: ['{card} = ?', '{customer} = ?', ...from.map(({ that }) => `(${that} AND {at} > ?)`)].join(' OR '),
    values: [called.card, called.customer, ...from.flatMap(({ values }) => [...values, since])],
  };
  const asked = failedAttempts.asked(manager, any, 'ORDER BY {at}');
  return askedAs(asked, (rows) => historyIn(rows, called, { now, since, names }));
}

function historyIn(
  rows: readonly FailedAttempt[],
  { card, customer, channel, userTerminal, ...networks }: Of,
  { now, since, names }: { now: Date; since: Instant; names: Names },
): History {
  const found = rows.map((row) => asCalledNow(row, names));
  const onCustomer = found.filter((failure) => failure.card === card || failure.customer === customer);
  const inADay = found.filter(({ at }) => at > since);
  const fromNetworks = networkColumns.flatMap((column, place): NetworkHistory[] => {
    const network = networks[column];
    if (network === null) return [];
    return [
      {
        times: timesTheBudget[place] ?? 1,
        onCustomer: onCustomer.filter((failure) => failure[column] === network),
        all: inADay.filter((failure) => failure[column] === network),
      },
    ];
  });
  return {
    now,
    channel,
    onCustomer,
    fromUserTerminal: inADay.filter((one) => userTerminal !== null && one.userTerminal === userTerminal),
    fromNetworks,
  };
}
