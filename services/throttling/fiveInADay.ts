import { hours } from '../../kit/time.ts';
import { allowed, lockedFor, type Rule } from './rule.ts';

const day = 24 * hours;

/** Five failures within 24 hours pause unfreezing for 24 hours from the last one. The registered phone has two more. */
export const fiveInADay: Rule = (history) => {
  const most = allowed(5, history);
  const moments = history.onCustomer.map(({ at }) => new Date(at));
  const last = moments.findLast((moment, place) => {
    const first = moments[place - most + 1];
    return first !== undefined && moment.getTime() - first.getTime() < day;
  });
  return last && lockedFor(day, last, history.now);
};
