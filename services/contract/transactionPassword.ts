import { type Checked, normalForm } from '../../kit/checked.ts';
import { compact } from '../../kit/digits.ts';

export type TransactionPasswordProblem = 'notDigits' | 'length';

/** Six digits, however they were typed; read as digits alone. */
export const TransactionPassword = normalForm(checkTransactionPassword);

/** A transaction password has six digits. */
export function checkTransactionPassword(typed: string): Checked<TransactionPasswordProblem> {
  const password = compact(typed);
  if (!/^\d*$/.test(password)) return { problem: 'notDigits', count: password.length };
  return password.length === 6 ? { value: password } : { problem: 'length', count: password.length };
}
