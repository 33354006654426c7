import type { Channel } from '../contract/channels.ts';
import type { FailedAttempt } from '../tables/failedAttempt.ts';

export type Failure = Pick<FailedAttempt, 'at' | 'channel' | 'endedRequestAt'>;

/** The failures of a network, each list oldest first. */
export type NetworkHistory = {
  /** How many times the budget of a single address it has. */
  times: number;
  /** On the card and its customer. */
  onCustomer: Failure[];
  /** On whatever card. */
  all: Failure[];
};

/** What the rules look at: who wants to try, and the failures that may stand against it, each list oldest first. */
export type History = {
  now: Date;
  /** The channel of the attempt. `secureForm` is the link that goes to the customer's registered phone. */
  channel: Channel;
  /** On the card and its customer since the last success, from wherever. */
  onCustomer: Failure[];
  /** Of the user terminal, on whatever card. */
  fromUserTerminal: Failure[];
  /** Of the networks that it comes from, the narrowest first; none where that is not known. */
  fromNetworks: NetworkHistory[];
};

/** What stands against an attempt, until a moment or (null) until the operator releases it. Nothing: it may be made. */
export type Rule = (history: History) => { until: Date | null } | undefined;

/** So many failures a customer has beside the ordinary ones, for the link that goes to their registered phone. */
const reserve = 2;

/** How many failures a limit allows on the channel of this attempt: the last ones are kept for the registered phone. */
export function allowed(ordinary: number, { channel }: History): number {
  return channel === 'secureForm' ? ordinary + reserve : ordinary;
}

/** The lock that ends `length` after `moment`, if it still holds. */
export function lockedFor(length: number, moment: Date, now: Date): { until: Date } | undefined {
  const until = new Date(moment.getTime() + length);
  return until > now ? { until } : undefined;
}

/** The failures that count against a channel: no stranger's stand against the link to the registered phone. */
export function countedOn({ channel }: Pick<History, 'channel'>, failures: Failure[]): Failure[] {
  return channel === 'secureForm' ? failures.filter((failure) => failure.channel === channel) : failures;
}

/** Until when a budget of `most` failures within `window` is used up. */
export function usedUp(
  failures: Failure[],
  most: number,
  window: number,
  now: Date,
): { until: Date } | undefined {
  const last = failures.at(-most);
  return last && lockedFor(window, new Date(last.at), now);
}

/** Until when a network has used up its budget, which is `most` failures for a single address. */
export function usedUpByNetwork(
  { fromNetworks, channel, now }: History,
  failures: (network: NetworkHistory) => Failure[],
  { most, window }: { most: number; window: number },
): { until: Date } | undefined {
  if (channel === 'secureForm') return undefined;
  return fromNetworks
    .flatMap((network) => usedUp(failures(network), most * network.times, window, now) ?? [])
    .sort((one, other) => one.until.getTime() - other.until.getTime())
    .at(-1);
}
