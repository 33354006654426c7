import { allowed, type Rule } from './rule.ts';

/** So many failures in a row an ordinary user terminal may use up. */
export const ordinaryInARow = 8;

/** Ten failures in a row end it until the operator releases the card; eight do where it is not the registered phone. */
export const tenInARow: Rule = (history) =>
  history.onCustomer.length >= allowed(ordinaryInARow, history) ? { until: null } : undefined;
