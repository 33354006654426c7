import type { Channel } from '../contract/channels.ts';
import type { FailedAttempt } from '../tables/failedAttempt.ts';

export type CountedFailure = Pick<FailedAttempt, 'at' | 'channel' | 'endedRequestAt'>;

/** The failures from one network, each list oldest first. */
export type NetworkHistory = {
  /** The network's budget as a multiple of that of a single address. */
  times: number;
  /** The failures on this card and its customer. */
  onCustomer: CountedFailure[];
  /** The failures on any card. */
  all: CountedFailure[];
};

/**
 * The facts that the rules look at: the attempt, and the failures that may count against it, each list oldest first.
 */
export type History = {
  now: Date;
  /** The channel of the attempt. `secureForm` is the link that goes to the customer's registered phone. */
  channel: Channel;
  /** The failures on the card and its customer since the last success, from any user terminal. */
  onCustomer: CountedFailure[];
  /** The failures of the user terminal on any card. */
  fromUserTerminal: CountedFailure[];
  /**
   * The failures from the networks of the user terminal, the narrowest network first; empty where the address is
   * unknown.
   */
  fromNetworks: NetworkHistory[];
};

/**
 * A rule of the limits. @returns until when the attempt is refused, null where an operator must release it; undefined
 * where it is allowed
 */
export type Rule = (history: History) => { until: Date | null } | undefined;

/** The extra failures that a customer has for the link to their registered phone. */
const reserve = 2;

/**
 * The number of failures that a limit allows on the channel of this attempt. The last ones are kept for the registered
 * phone.
 */
export function allowed(ordinary: number, { channel }: History): number {
  return channel === 'secureForm' ? ordinary + reserve : ordinary;
}

/** The lock that ends `length` milliseconds after `moment`; undefined where it has ended. */
export function lockedFor(length: number, moment: Date, now: Date): { until: Date } | undefined {
  const until = new Date(moment.getTime() + length);
  return until > now ? { until } : undefined;
}

/**
 * The failures that count against a channel. A stranger's failures do not count against the link to the registered
 * phone.
 */
export function countedOn(
  { channel }: Pick<History, 'channel'>,
  failures: CountedFailure[],
): CountedFailure[] {
  return channel === 'secureForm' ? failures.filter((failure) => failure.channel === channel) : failures;
}

/** The moment when a budget of `most` failures within `window` has room again; undefined where it has room now. */
export function usedUp(
  failures: CountedFailure[],
  most: number,
  window: number,
  now: Date,
): { until: Date } | undefined {
  const last = failures.at(-most);
  return last && lockedFor(window, new Date(last.at), now);
}

/** The moment when a network's budget has room again. `most` is the budget of a single address. */
export function usedUpByNetwork(
  { fromNetworks, channel, now }: History,
  failures: (network: NetworkHistory) => CountedFailure[],
  { most, window }: { most: number; window: number },
): { until: Date } | undefined {
  if (channel === 'secureForm') return undefined;
  return fromNetworks
    .flatMap((network) => usedUp(failures(network), most * network.times, window, now) ?? [])
    .sort((one, other) => one.until.getTime() - other.until.getTime())
    .at(-1);
}
