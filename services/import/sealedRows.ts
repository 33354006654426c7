import { randomUUID } from 'node:crypto';
import { type Clock, instant } from '../../kit/time.ts';
import { identityDocumentIndex } from '../cardSystem/reservedPlaces.ts';
import type { CardReference } from '../contract/card.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { Card, CardFreeze } from '../tables/card.ts';
import type { Customer } from '../tables/customer.ts';
import type { ImportedCard, ImportedPerson } from './importCustomers.ts';

/** The customer's row for the database, still without the password's verifier, which takes long to make. */
export function sealedCustomer(
  fields: FieldSealing,
  id: string,
  person: ImportedPerson,
  phoneIndex = fields.index('phone', person.phone),
): Customer {
  const { identityDocument } = person.reserved;
  const seal = (column: string, plain: string) => fields.seal(plain, { table: 'customers', column, row: id });
  return {
    id,
    nameSealed: seal('name_sealed', person.name),
    latinNameSealed: seal('latin_name_sealed', person.latinName),
    phoneSealed: seal('phone_sealed', person.phone),
    phoneIndex,
    language: person.language,
    identityDocumentType: identityDocument?.type ?? null,
    identityDocumentSealed: identityDocument && seal('identity_document_sealed', identityDocument.number),
    identityDocumentIndex: identityDocument && identityDocumentIndex(fields, identityDocument.number),
    passwordVerifier: null,
    reservedVersion: 1,
  };
}

export type SealedCard = { card: Card; freezes: CardFreeze[] };

/** The rows of a card and of its freezes for the database. */
export function sealedCard(
  { fields, clock }: { fields: FieldSealing; clock: Clock },
  customerId: string,
  { number, status, freezeReasons }: ImportedCard,
  reference: CardReference,
): SealedCard {
  const id = randomUUID();
  const card: Card = {
    id,
    customerId,
    reference,
    numberSealed: fields.seal(number, { table: 'cards', column: 'number_sealed', row: id }),
    lastFour: number.slice(-4),
    status,
    version: 1,
    passwordErrors: 0,
  };
  return { card, freezes: freezeReasons.map((reason) => ({ cardId: id, reason, since: instant(clock()) })) };
}
