import type { AuthenticationItem } from '../../services/contract/authenticationItem.ts';
import { checkIdentityDocument } from '../../services/contract/identityDocument.ts';
import { checkTransactionPassword } from '../../services/contract/transactionPassword.ts';

/** What was typed in its normal form, or what is wrong with it by the name that a form's words have for it. */
export type CheckedItem =
  | { value: string; problem?: never }
  | { value?: never; problem: string; count: number };

/** The same check as at the channels' edge, on the customer's own device. */
export function checkItem(item: AuthenticationItem, typed: string): CheckedItem {
  if (typed.trim() === '') return { problem: 'empty', count: 0 };
  if (item === 'transactionPassword') {
    const checked = checkTransactionPassword(typed);
    return checked.problem === undefined ? { value: checked.password } : checked;
  }
  const checked = checkIdentityDocument(typed);
  return checked.problem === undefined ? { value: checked.number } : checked;
}
