import type { Channel } from '../contract/channels.ts';
import type { FailedAttempt } from '../tables/failedAttempt.ts';

export type Failure = Pick<FailedAttempt, 'at' | 'channel' | 'network' | 'endedRequestAt'>;

/** What the rules look at: who wants to try, and the failures that may stand against it, each list oldest first. */
export type History = {
  now: Date;
  /** The channel of the attempt. `secureForm` is the link that goes to the customer's registered phone. */
  channel: Channel;
  /** The network address that it comes from, where that is known. */
  network: string | null;
  /** On the card and its customer since the last success, from wherever. */
  onCustomer: Failure[];
  /** Of the user terminal, on whatever card. */
  fromUserTerminal: Failure[];
  /** Of its network address, on whatever card. */
  fromNetwork: Failure[];
};

/** What stands against an attempt, until a moment or (null) until the operator releases it. Nothing: it may be made. */
export type Rule = (history: History) => { until: Date | null } | undefined;

/** So many failures a customer has beside the ordinary ones, for the link that goes to their registered phone. */
export const reserve = 2;

/** How many failures a limit allows on the channel of this attempt: the last ones are kept for the registered phone. */
export function allowed(ordinary: number, { channel }: History): number {
  return channel === 'secureForm' ? ordinary + reserve : ordinary;
}

/** The lock that ends `length` after `moment`, if it still holds. */
export function lockedFor(length: number, moment: Date, now: Date): { until: Date } | undefined {
  const until = new Date(moment.getTime() + length);
  return until > now ? { until } : undefined;
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
