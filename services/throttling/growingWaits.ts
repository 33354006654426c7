import { seconds } from '../../kit/time.ts';
import { countedOn, lockedFor, type Rule } from './rule.ts';

/** After the first failure, the second and so on; the last one for all that follow. */
const waits = [0, 3 * seconds, 30 * seconds, 60 * seconds];

/**
 * Attempts on a customer begin so far apart (NIST SP 800-63B, section 5.2.2). A person who types again has waited
 * that long; many who guess at the same moment have not. The registered phone waits after its own failures only.
 */
export const growingWaits: Rule = ({ onCustomer, channel, now }) => {
  const failures = countedOn({ channel }, onCustomer);
  const wait = waits[Math.min(failures.length, waits.length) - 1] ?? 0;
  const last = failures.at(-1);
  return last && lockedFor(wait, new Date(last.at), now);
};
