import { identityDocument } from '../../../services/contract/items/identityDocument.ts';
import type { ItemRow } from '../../../services/contract/items/itemRow.ts';
import { transactionPassword } from '../../../services/contract/items/transactionPassword.ts';
import { registeredPhone } from './registeredPhone.ts';

/** In the place of `services/contract/items/rows.ts`. */
export const items = { identityDocument, transactionPassword, registeredPhone } as const satisfies Record<
  string,
  ItemRow
>;
