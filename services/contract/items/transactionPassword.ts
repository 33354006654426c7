import { type Checked, normalForm } from '../../../kit/checked.ts';
import { compact } from '../../../words/numbers/digits.ts';
import type { ItemRow } from './itemRow.ts';
import { type PasswordLengths, usualPasswordLengths } from './passwordLengths.ts';

export type TransactionPasswordProblem = 'notDigits' | 'length';

/** The item for the digits that the customer uses to pay and to withdraw. */
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

/** A transaction password of these lengths, however it was typed; the result is its digits. */
export const transactionPasswordOf = (lengths: PasswordLengths) =>
  normalForm((typed: string) => checkTransactionPassword(typed, lengths));

/** Checks that a transaction password has as many digits as the bank's have. */
export function checkTransactionPassword(
  typed: string,
  { shortest, longest }: PasswordLengths = usualPasswordLengths,
): Checked<TransactionPasswordProblem> {
  const password = compact(typed);
  if (!/^\d*$/.test(password)) return { problem: 'notDigits', count: password.length };
  return password.length >= shortest && password.length <= longest
    ? { value: password }
    : { problem: 'length', count: password.length };
}
