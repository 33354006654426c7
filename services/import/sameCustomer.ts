import { isDocumentOf, passwordPlace, protectedPlace } from '../cardSystem/reservedPlaces.ts';
import type { FieldSealing, SealedPlace } from '../security/fieldSealing.ts';
import type { PasswordVerifiers } from '../security/passwordVerifier.ts';
import type { Customer } from '../tables/customer.ts';
import type { GoodRow } from './csvRows.ts';
import type { ImportedPerson } from './importCustomers.ts';
import type { StagedCustomer } from './importStaging.ts';

/** The place that a new customer's password is sealed for until its verifier is made. */
export function stagedPasswordPlace(customerId: string): SealedPlace {
  return { table: 'importStaging', column: 'password', row: customerId };
}

/** The columns in which a row differs from the stored customer with the same phone, the password left out. */
export function differences(
  fields: FieldSealing,
  { name, latinName, language, reserved: { identityDocument: document } }: ImportedPerson,
  customer: Customer,
): string[] {
  const open = (column: string, sealed: string) =>
    fields.open(sealed, { table: 'customers', column, row: customer.id });
  const same = {
    name: name === open('name_sealed', customer.nameSealed),
    latinName: latinName === open('latin_name_sealed', customer.latinNameSealed),
    language: language === customer.language,
    identityDocumentType: (document?.type ?? null) === customer.identityDocumentType,
    identityDocument:
      document && customer.identityDocumentIndex
        ? isDocumentOf(fields, document.number, customer.identityDocumentIndex)
        : document === customer.identityDocumentIndex,
  };
  return Object.entries(same).flatMap(([column, isSame]) => (isSame ? [] : [column]));
}

/** Whether a row has the same password as an earlier row of the same customer. */
export function hasSamePassword(
  { fields, verifiers }: { fields: FieldSealing; verifiers: PasswordVerifiers },
  { person, verifier }: GoodRow,
  { customer: { id, passwordVerifier }, password }: StagedCustomer,
): boolean {
  if (verifier !== null && passwordVerifier !== null)
    return verifiers.isSame(verifier, protectedPlace(person.phone), passwordVerifier, passwordPlace(id));
  const known = password && fields.open(password, stagedPasswordPlace(id));
  return verifier === passwordVerifier && person.reserved.transactionPassword === known;
}
