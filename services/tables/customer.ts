import { EntitySchema } from 'typeorm';
import type { Language } from '../../kit/language.ts';
import { count, key, optionalText, text } from '../../kit/store/columns.ts';
import type { IdentityDocumentType } from '../contract/items/identityDocument.ts';

/**
 * A customer of the bank with 用户预留信息, the reserved information (patent, step 2); null means "not reserved". Fields
 * `…Sealed` open with `FieldSealing`, `…Index` are HMACs, and `passwordVerifier` is of `PasswordVerifiers`.
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

/**
 * The beginning of the id of a customer of another card system, who is stored only so that a message can reach them.
 */
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
