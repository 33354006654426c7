import { EntitySchema } from 'typeorm';
import type { Language } from '../../kit/language.ts';
import { count, key, optionalText, text } from '../../kit/store/columns.ts';
import type { IdentityDocumentType } from '../contract/items/identityDocument.ts';

/**
 * A customer of the bank with 用户预留信息, the reserved information (patent, step 2). A null is "not reserved".
 * `…Sealed` fields open with `FieldSealing`, `…Index` fields are HMACs, `passwordVerifier` is of `PasswordVerifiers`.
 */
export type Customer = {
  id: string;
  nameSealed: string;
  latinNameSealed: string;
  phoneSealed: string;
  phoneIndex: string;
  language: Language;
  identityDocumentType: IdentityDocumentType | null;
  identityDocumentSealed: string | null;
  identityDocumentIndex: string | null;
  passwordVerifier: string | null;
  /** Goes up by one with every change of the reserved information. */
  reservedVersion: number;
};

/** How the id of a customer begins whom a card system elsewhere has handed over: one who is kept for a receipt alone. */
export const handedOverPrefix = 'customer_';

export const Customers = new EntitySchema<Customer>({
  name: 'customers',
  columns: {
    id: key,
    nameSealed: text,
    latinNameSealed: text,
    phoneSealed: text,
    phoneIndex: text,
    language: text,
    identityDocumentType: optionalText,
    identityDocumentSealed: optionalText,
    identityDocumentIndex: optionalText,
    passwordVerifier: optionalText,
    reservedVersion: count,
  },
  uniques: [{ columns: ['phoneIndex'] }],
});
