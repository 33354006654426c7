import type { Condition } from './condition.ts';

/** Nobody can be asked for what was never reserved, and something must be asked for. */
export const demandsAreReserved: Condition = ({ freezes, reserved }, policy) => {
  for (const reason of freezes) {
    const { help, ...rest } = policy[reason];
    const needed = rest.remote && rest.demand === 'transactionPassword';
    const met = needed
      ? reserved.transactionPassword
      : reserved.transactionPassword || reserved.identityDocument;
    if (!met) return { obstacle: 'notRemote', help };
  }
  return undefined;
};
