import { seconds } from '../../kit/time.ts';
import { countedOn, lockedFor, type Rule } from './rule.ts';

/** The waits after the first failure, the second and so on; the last one repeats. */
const waits = [0, 3 * seconds, 30 * seconds, 60 * seconds];

/**
 * Attempts on a customer must begin a minimum time apart (NIST SP 800-63B, section 5.2.2). A person takes that long to
 * type again; a program that sends many guesses at once does not. For the registered phone only its own failures count.
 */
export const growingWaits: Rule = ({ onCustomer, channel, now }) => {
  const failures = countedOn({ channel }, onCustomer);
  const wait = waits[Math.min(failures.length, waits.length) - 1] ?? 0;
  const last = failures.at(-1);
  return last && lockedFor(wait, new Date(last.at), now);
};
