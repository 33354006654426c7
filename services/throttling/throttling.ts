import { networksOf, timesTheBudget } from '../../kit/networks.ts';
import {
  type EntityManager,
  type FindOptionsWhere,
  In,
  IsNotNull,
  LessThanOrEqual,
  MoreThan,
} from '../../kit/store/query.ts';
import { hours, type Instant, instant, later } from '../../kit/time.ts';
import type { CardReference } from '../contract/card.ts';
import type { Channel } from '../contract/channels.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import {
  type FailedAttempt,
  FailedAttempts,
  type NetworkColumn,
  networkColumns,
} from '../tables/failedAttempt.ts';
import { failuresUntilLock, type Lock, lockAgainst, waitBefore } from './index.ts';
import { lately } from './overallLimit.ts';
import type { History, NetworkHistory } from './rule.ts';
import { SampledCount } from './sampledCount.ts';
import type { SteadyTime } from './steadyTime.ts';

/** Whose failures are counted together: those of a card and of its customer. */
export type Throttled = { card: CardReference; customer: string };

/** One attempt of one authentication request, from a user terminal. */
export type Attempt = Throttled & {
  authenticationRequest: string;
  attempt: number;
  userTerminal: UserTerminal;
};

/** Moments are those of the clock on the wall. `until` is null where only the operator's release ends it. */
export type Locked = { outcome: 'locked'; until: Instant | null; rule: Lock['rule'] };
export type TooSoon = { outcome: 'tooSoon'; notBefore: Instant };

/** No budget looks further back, and nothing of a user terminal is kept for longer. */
const day = 24 * hours;

/** Counts the attempts that fail and says what stands against the next one, in the caller's transaction. */
export class Throttling {
  readonly #fields: FieldSealing;
  readonly #time: SteadyTime;
  readonly #overall = new SampledCount();

  constructor({ fields, time }: { fields: FieldSealing; time: SteadyTime }) {
    this.#fields = fields;
    this.#time = time;
  }

  /**
   * Counts an attempt as failed before it is checked, so that parallel guesses cannot outrun the count; success
   * takes it back. What stands against it counts nothing, so attempts while locked prolong nothing.
   */
  async begin(manager: EntityManager, attempt: Attempt): Promise<Locked | TooSoon | undefined> {
    const now = await this.#time.keep(manager);
    const failure = this.#failure(attempt, now);
    const history = await historyOf(manager, failure, now, this.#namesOfBefore(attempt));
    const lock = lockAgainst(history);
    if (lock) return this.#locked(lock, now);
    const notBefore = waitBefore(history);
    if (notBefore) return { outcome: 'tooSoon', notBefore: this.#time.onTheWall(notBefore, now) };
    await manager.insert(FailedAttempts, failure);
    return undefined;
  }

  /**
   * What follows from an attempt that was begun and has failed. One that was forgotten meanwhile, by a release or a
   * success with another card, counts again: it fails now.
   * @param attemptsLeft of its authentication request
   * @returns the lock that it earned, or how many attempts there are until one
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
    const history = await historyOf(manager, failure, now, this.#namesOfBefore(attempt));
    const lock = lockAgainst(history);
    if (lock) return this.#locked(lock, now);
    return { outcome: 'notAccepted', attemptsLeft: failuresUntilLock(history, attemptsLeft) };
  }

  /**
   * Forgets the failures of a card and its customer: after a success, or when the operator releases them.
   * @returns how many there were
   */
  async forget(manager: EntityManager, { card, customer }: Throttled): Promise<number> {
    const { affected } = await manager.delete(FailedAttempts, [{ card }, { customer }]);
    return affected ?? 0;
  }

  /** How many failures of a card and its customer count. */
  failures(manager: EntityManager, { card, customer }: Throttled): Promise<number> {
    return manager.countBy(FailedAttempts, [{ card }, { customer }]);
  }

  /** Whose card the newest failure on it was; undefined where there is none. */
  async customerOf(manager: EntityManager, card: CardReference): Promise<string | undefined> {
    const [newest] = await manager.find(FailedAttempts, { where: { card }, order: { at: 'DESC' }, take: 1 });
    return newest?.customer;
  }

  /** When the newest failure of a card and its customer began: another one makes another lock. */
  async newestFailure(manager: EntityManager, { card, customer }: Throttled): Promise<Instant | undefined> {
    const where = [{ card }, { customer }];
    const [newest] = await manager.find(FailedAttempts, { where, order: { at: 'DESC' }, take: 1 });
    return newest?.at;
  }

  /**
   * The lock that holds for a card and its customer, from whatever user terminal they are tried.
   * @param channel an ordinary one, unless it is the secure form, which has tries of its own
   */
  async lockOf(
    manager: EntityManager,
    of: Throttled,
    channel: Channel = 'webChat',
  ): Promise<Locked | undefined> {
    const now = await this.#time.now(manager);
    const anybody = { channel, userTerminal: null, ...nowhere };
    const lock = lockAgainst(await historyOf(manager, { ...of, ...anybody }, now));
    return lock && this.#locked(lock, now);
  }

  /**
   * What stands against another try from a user terminal, and how many failures there are until a lock, at most `most`.
   * Changes nothing. Its network is not looked at: nobody keeps that of an authentication request.
   */
  async outlook(
    manager: EntityManager,
    { userTerminal: { channel, address }, ...of }: Throttled & Pick<Attempt, 'userTerminal'>,
    most: number,
  ): Promise<{ lock: Locked | undefined; failuresLeft: number }> {
    const now = await this.#time.now(manager);
    const from = { userTerminal: { channel, address }, authenticationRequest: '', attempt: 0 };
    const history = await historyOf(
      manager,
      this.#failure({ ...of, ...from }, now),
      now,
      this.#namesOfBefore(from),
    );
    const lock = lockAgainst(history);
    if (lock) return { lock: this.#locked(lock, now), failuresLeft: 0 };
    return { lock: undefined, failuresLeft: failuresUntilLock(history, most) };
  }

  /** How many attempts have failed in the last minutes, over everybody; one that is under way has not. */
  async overall(manager: EntityManager): Promise<number> {
    const now = await this.#time.now(manager);
    const failedAt = MoreThan(instant(later(now, -lately)));
    return this.#overall.at(now, () => manager.countBy(FailedAttempts, { failedAt }));
  }

  /**
   * Forgets after a day from where an attempt came; that it failed stays.
   * @returns the steady time
   */
  async removeExpired(manager: EntityManager): Promise<Date> {
    const now = await this.#time.keep(manager);
    const before = instant(later(now, -day));
    const known = { at: LessThanOrEqual(before), userTerminal: IsNotNull() };
    await manager.update(FailedAttempts, known, { userTerminal: null, ...nowhere });
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

  /** The names of before, under keys that were rotated since, of where an attempt comes from: each with the one of now. */
  #namesOfBefore({ userTerminal: { channel, address, network } }: Pick<Attempt, 'userTerminal'>): Names {
    const networks = network === undefined ? [] : networksOf(network);
    const all = [
      this.#fields.indexes('userTerminal', `${channel}\0${address}`),
      ...networks.map((one) => this.#fields.indexes('networkAddress', one.network)),
    ];
    return new Map(all.flatMap(([now = '', ...before]) => before.map((one) => [one, now] as const)));
  }

  #networks(network: string | undefined): Networks {
    const counted = network === undefined ? [] : networksOf(network);
    const index = (one: string) => this.#fields.index('networkAddress', one);
    const columns = counted.flatMap((one, place) => {
      const column = networkColumns[place];
      return column === undefined ? [] : [[column, index(one.network)] as const];
    });
    return { ...nowhere, ...Object.fromEntries(columns) };
  }

  #locked({ rule, until }: Lock, now: Date): Locked {
    return { outcome: 'locked', until: until && this.#time.onTheWall(until, now), rule };
  }
}

/** Names under keys that were rotated since, each with the one of now. */
type Names = ReadonlyMap<string, string>;
type Networks = Pick<FailedAttempt, NetworkColumn>;
type Of = Throttled & Networks & Pick<FailedAttempt, 'channel' | 'userTerminal'>;

const nowhere: Networks = { network: null, widerNetwork: null, widestNetwork: null };

async function historyOf(
  manager: EntityManager,
  of: Of,
  now: Date,
  names: Names = new Map(),
): Promise<History> {
  const { card, customer, channel, userTerminal, ...networks } = asCalledNow(of, names);
  const since = instant(later(now, -day));
  const from = [...(userTerminal === null ? [] : [{ userTerminal }]), ...networksIn(networks)];
  const rows = await manager.find(FailedAttempts, {
    where: [
      { card },
      { customer },
      ...from.map((origin) => ({ ...anyNameOf(origin, names), at: MoreThan(since) })),
    ],
    order: { at: 'ASC' },
  });
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

/** The networks that are known, each under its column. */
function networksIn(networks: Networks): Partial<Record<NetworkColumn, string>>[] {
  return networkColumns.flatMap((column) => {
    const network = networks[column];
    return network === null ? [] : [{ [column]: network }];
  });
}

type Origins = Partial<Networks & Pick<FailedAttempt, 'userTerminal'>>;

/** An origin under the name of now, which the rules compare. */
function asCalledNow<One extends Networks & Pick<FailedAttempt, 'userTerminal'>>(
  one: One,
  names: Names,
): One {
  const now = (name: string | null) => (name === null ? null : (names.get(name) ?? name));
  const { userTerminal, network, widerNetwork, widestNetwork } = one;
  return {
    ...one,
    userTerminal: now(userTerminal),
    network: now(network),
    widerNetwork: now(widerNetwork),
    widestNetwork: now(widestNetwork),
  };
}

/** The condition that an origin stands under the name of now, or under one of before. */
function anyNameOf(origin: Origins, names: Names): FindOptionsWhere<FailedAttempt> {
  if (names.size === 0) return origin as FindOptionsWhere<FailedAttempt>;
  const before = (now: string | null) => [...names].flatMap(([name, one]) => (one === now ? [name] : []));
  const conditions = Object.entries(origin).map(([column, now]) => [column, In([now, ...before(now)])]);
  return Object.fromEntries(conditions);
}
