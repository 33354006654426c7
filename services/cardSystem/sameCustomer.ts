import type { FieldSealing, Place } from '../security/fieldSealing.ts';
import type { ImportedPerson } from './importCustomers.ts';
import type { StagedCustomer } from './importStaging.ts';
import { identityDocumentIndex } from './reservedPlaces.ts';

/** Where the password of a new customer stands until its verifier is made. */
export function stagedPasswordPlace(customerId: string): Place {
  return { table: 'importStaging', column: 'password', row: customerId };
}

/**
 * The columns in which a customer with the same phone is another one. Of a password that the bank has, only whether
 * there is one: an import is no place to try passwords out.
 */
export function differences(
  fields: FieldSealing,
  { name, latinName, language, reserved }: ImportedPerson,
  { customer, password }: Pick<StagedCustomer, 'customer' | 'password'>,
): string[] {
  const { identityDocument: document, transactionPassword } = reserved;
  const open = (column: string, sealed: string) =>
    fields.open(sealed, { table: 'customers', column, row: customer.id });
  const known = password && fields.open(password, stagedPasswordPlace(customer.id));
  const samePassword = customer.passwordVerifier
    ? transactionPassword !== null
    : transactionPassword === known;
  const same = {
    name: name === open('name_sealed', customer.nameSealed),
    latinName: latinName === open('latin_name_sealed', customer.latinNameSealed),
    language: language === customer.language,
    identityDocumentType: (document?.type ?? null) === customer.identityDocumentType,
    identityDocument:
      (document && identityDocumentIndex(fields, document.number)) === customer.identityDocumentIndex,
    transactionPassword: samePassword,
  };
  return Object.entries(same).flatMap(([column, isSame]) => (isSame ? [] : [column]));
}
