import { allowed, type Rule } from './rule.ts';

/** Ten failures in a row end it until the operator releases the card; eight do where it is not the registered phone. */
export const tenInARow: Rule = (history) =>
  history.onCustomer.length >= allowed(8, history) ? { until: null } : undefined;
