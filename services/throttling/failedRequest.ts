import { minutes } from '../../kit/time.ts';
import { countedOn, lockedFor, type Rule } from './rule.ts';

/**
 * An authentication request whose last attempt failed pauses unfreezing for 15 minutes. For the registered phone only
 * its own requests count.
 */
export const failedRequest: Rule = ({ onCustomer, channel, now }) => {
  const ended = countedOn({ channel }, onCustomer)
    .flatMap(({ endedRequestAt }) => endedRequestAt ?? [])
    .sort()
    .at(-1);
  return ended === undefined ? undefined : lockedFor(15 * minutes, new Date(ended), now);
};
