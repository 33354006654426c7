import { type Checked, normalForm } from '../../../kit/checked.ts';
import { compact } from '../../../kit/digits.ts';
import type { ItemRow } from './itemRow.ts';

export type TransactionPasswordProblem = 'notDigits' | 'length';

/** The six digits that the customer pays and withdraws with. */
export const transactionPassword = {
  check: checkTransactionPassword,
  problems: {
    empty: 'transactionPassword.empty',
    length: 'transactionPassword.length',
    notDigits: 'transactionPassword.notDigits',
    telephone: 'transactionPassword.telephone',
    cardNumber: 'transactionPassword.cardNumber',
  },
  sentences: {
    ask: 'transactionPassword.ask',
    help: 'transactionPassword.help',
    why: 'transactionPassword.why',
    where: 'aside.whereTransactionPassword',
    name: 'transactionPassword.name',
    instructions: 'instructions.transactionPassword',
    label: 'form.transactionPassword.label',
    hint: 'form.transactionPassword.hint',
  },
  field: { inputMode: 'numeric', autoCapitalize: 'none', autoComplete: 'off' },
  lastMayBeX: false,
  isCheckedSlowly: true,
  isSecret: true,
  reservedAs: 'passwordVerifier',
} as const satisfies ItemRow<TransactionPasswordProblem>;

/** Six digits, however they were typed; read as digits alone. */
export const TransactionPassword = normalForm(checkTransactionPassword);

/** A transaction password has six digits. */
export function checkTransactionPassword(typed: string): Checked<TransactionPasswordProblem> {
  const password = compact(typed);
  if (!/^\d*$/.test(password)) return { problem: 'notDigits', count: password.length };
  return password.length === 6 ? { value: password } : { problem: 'length', count: password.length };
}
