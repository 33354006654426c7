import type { Circumstances, Condition } from './condition.ts';
import type { Demand } from './policy.ts';

const isMet: Record<Demand, (reserved: Circumstances['reserved']) => boolean> = {
  allReserved: (reserved) => reserved.identityDocument || reserved.transactionPassword,
  transactionPassword: (reserved) => reserved.transactionPassword,
  identityDocumentAndTransactionPassword: (reserved) =>
    reserved.identityDocument && reserved.transactionPassword,
};

/** Nobody can be asked for what was never reserved, and something must be asked for. */
export const demandsAreReserved: Condition = ({ freezes, reserved }, policy) => {
  for (const reason of freezes) {
    const { help, ...rest } = policy[reason];
    if (rest.remote && !isMet[rest.demand](reserved)) return { obstacle: 'notRemote', help };
  }
  return undefined;
};
