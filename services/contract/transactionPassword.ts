import { compact } from './digits.ts';

export type TransactionPasswordProblem = 'notDigits' | 'length';

/** A transaction password has six digits. `count` is how many characters were given. */
export function checkTransactionPassword(
  typed: string,
): { problem?: never; password: string } | { problem: TransactionPasswordProblem; count: number } {
  const password = compact(typed);
  if (!/^\d*$/.test(password)) return { problem: 'notDigits', count: password.length };
  return password.length === 6 ? { password } : { problem: 'length', count: password.length };
}
