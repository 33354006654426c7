import { identityDocument } from './identityDocument.ts';
import type { ItemRow } from './itemRow.ts';
import { transactionPassword } from './transactionPassword.ts';

/** What customers can have reserved and be asked for, a row each, in the order of asking. */
export const items = { identityDocument, transactionPassword } as const satisfies Record<string, ItemRow>;
