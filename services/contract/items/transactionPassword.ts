import { type Checked, normalForm } from '../../../kit/checked.ts';
import { compact } from '../../../words/numbers/digits.ts';
import type { ItemRow } from './itemRow.ts';

export type TransactionPasswordProblem = 'notDigits' | 'length';

/** The item for the six digits that the customer uses to pay and to withdraw. */
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

/** A transaction password, however it was typed; the result is its six digits. */
export const TransactionPassword = normalForm(checkTransactionPassword);

/** Checks that a transaction password has six digits. */
export function checkTransactionPassword(typed: string): Checked<TransactionPasswordProblem> {
  const password = compact(typed);
  if (!/^\d*$/.test(password)) return { problem: 'notDigits', count: password.length };
  return password.length === 6 ? { value: password } : { problem: 'length', count: password.length };
}
