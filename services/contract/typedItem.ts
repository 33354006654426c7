import type { Checked } from '../../kit/checked.ts';
import type { AuthenticationItem } from './authenticationItem.ts';
import { checkIdentityDocument, type IdentityDocumentProblem } from './identityDocument.ts';
import { checkTransactionPassword, type TransactionPasswordProblem } from './transactionPassword.ts';

export type TypedItemProblem = 'empty' | IdentityDocumentProblem | TransactionPasswordProblem;

/** Checks the form of what was typed for an item before it is sealed: on the customer's device, or at a channel's edge. */
export function checkTypedItem(item: AuthenticationItem, typed: string): Checked<TypedItemProblem> {
  if (typed.trim() === '') return { problem: 'empty', count: 0 };
  return item === 'transactionPassword' ? checkTransactionPassword(typed) : checkIdentityDocument(typed);
}
