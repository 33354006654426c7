import { identityDocument } from './identityDocument.ts';
import type { ItemRow } from './itemRow.ts';
import { transactionPassword } from './transactionPassword.ts';

/** The items that customers can have reserved, in the order of asking. */
export const items = { identityDocument, transactionPassword } as const satisfies Record<string, ItemRow>;
