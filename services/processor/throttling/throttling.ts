import { type EntityManager, LessThanOrEqual, MoreThan } from 'typeorm';
import type { CardReference } from '../../contract/card.ts';
import { hours, type Instant, instant, later } from '../../contract/time.ts';
import type { UserTerminal } from '../../contract/userTerminal.ts';
import { lately } from '../../overallLimit.ts';
import type { FieldSealing } from '../../security/fieldSealing.ts';
import { type FailedAttempt, FailedAttempts } from '../../store/entities/failedAttempt.ts';
import type { SteadyTime } from '../../store/steadyTime.ts';
import { failuresUntilLock, type Lock, lockAgainst, waitBefore } from './index.ts';
import type { History } from './rule.ts';

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
    const { authenticationRequest, attempt: number, card, customer } = attempt;
    const from = this.#from(attempt.userTerminal);
    const history = await historyOf(manager, { card, customer, ...from }, now);
    const lock = lockAgainst(history);
    if (lock) return this.#locked(lock, now);
    const notBefore = waitBefore(history);
    if (notBefore) return { outcome: 'tooSoon', notBefore: this.#time.onTheWall(notBefore, now) };
    const failure = { authenticationRequest, attempt: number, card, customer, ...from };
    await manager.insert(FailedAttempts, { ...failure, at: instant(now), endedRequestAt: null });
    return undefined;
  }

  /**
   * What follows from an attempt that was begun and has failed.
   * @param attemptsLeft of its authentication request
   * @returns the lock that it earned, or how many attempts there are until one
   */
  async failed(
    manager: EntityManager,
    of: Pick<Attempt, 'authenticationRequest' | 'attempt'>,
    attemptsLeft: number,
  ): Promise<Locked | { outcome: 'notAccepted'; attemptsLeft: number }> {
    const now = await this.#time.keep(manager);
    const { authenticationRequest, attempt } = of;
    const key = { authenticationRequest, attempt };
    if (attemptsLeft === 0) await manager.update(FailedAttempts, key, { endedRequestAt: instant(now) });
    const failure = await manager.findOneByOrFail(FailedAttempts, key);
    const history = await historyOf(manager, failure, now);
    const lock = lockAgainst(history);
    if (lock) return this.#locked(lock, now);
    return { outcome: 'notAccepted', attemptsLeft: failuresUntilLock(history, attemptsLeft) };
  }

  /**
   * Forgets the failures of a card and its customer: after a success, or when the operator releases them.
   * @returns how many there were
   */
  async forget(manager: EntityManager, { card, customer }: Throttled): Promise<number> {
    const failures = await manager.countBy(FailedAttempts, [{ card }, { customer }]);
    await manager.delete(FailedAttempts, { card });
    await manager.delete(FailedAttempts, { customer });
    return failures;
  }

  /** The lock that holds for a card and its customer, from whatever ordinary user terminal they are tried. */
  async lockOf(manager: EntityManager, of: Throttled): Promise<Locked | undefined> {
    const now = await this.#time.now(manager);
    const anybody = { channel: 'webChat', userTerminal: null, network: null } as const;
    const lock = lockAgainst(await historyOf(manager, { ...of, ...anybody }, now));
    return lock && this.#locked(lock, now);
  }

  /** How many attempts of the last minutes have not succeeded, over everybody. */
  async overall(manager: EntityManager): Promise<number> {
    const since = later(await this.#time.now(manager), -lately);
    return manager.countBy(FailedAttempts, { at: MoreThan(instant(since)) });
  }

  /** Forgets after a day from where an attempt came; that it failed stays, until a success or a release. */
  async removeExpired(manager: EntityManager): Promise<void> {
    const before = instant(later(await this.#time.keep(manager), -day));
    const nowhere = { userTerminal: null, network: null };
    await manager.update(FailedAttempts, { at: LessThanOrEqual(before) }, nowhere);
  }

  #from({
    channel,
    address,
    network,
  }: UserTerminal): Pick<FailedAttempt, 'channel' | 'userTerminal' | 'network'> {
    return {
      channel,
      userTerminal: this.#fields.index('userTerminal', `${channel}\0${address}`),
      network: network === undefined ? null : this.#fields.index('networkAddress', network),
    };
  }

  #locked({ rule, until }: Lock, now: Date): Locked {
    return { outcome: 'locked', until: until && this.#time.onTheWall(until, now), rule };
  }
}

type Of = Throttled & Pick<FailedAttempt, 'channel' | 'userTerminal' | 'network'>;

async function historyOf(
  manager: EntityManager,
  { card, customer, channel, userTerminal, network }: Of,
  now: Date,
): Promise<History> {
  const at = MoreThan(instant(later(now, -day)));
  const order = { at: 'ASC' } as const;
  const inADay = async (where: { userTerminal: string } | { network: string }) =>
    manager.find(FailedAttempts, { where: { ...where, at }, order });
  return {
    now,
    channel,
    network,
    onCustomer: await manager.find(FailedAttempts, { where: [{ card }, { customer }], order }),
    fromUserTerminal: userTerminal === null ? [] : await inADay({ userTerminal }),
    fromNetwork: network === null ? [] : await inADay({ network }),
  };
}
