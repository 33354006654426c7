import { allowed, type Rule } from './rule.ts';

/** The number of failures in a row that an ordinary user terminal may use up. */
export const ordinaryInARow = 8;

/** Ten failures in a row lock the card until an operator releases it; eight for everybody but the registered phone. */
export const tenInARow: Rule = (history) =>
  history.onCustomer.length >= allowed(ordinaryInARow, history) ? { until: null } : undefined;
