import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { CardNumber } from '../contract/card.ts';
import { FreezeReason } from '../contract/freezeReason.ts';
import { IdentityDocumentNumber, IdentityDocumentType } from '../contract/identityDocument.ts';
import { Language } from '../contract/language.ts';
import { type Clock, instant } from '../contract/time.ts';
import { TransactionPassword } from '../contract/transactionPassword.ts';
import { cardReference } from '../security/cardReference.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { PasswordVerifiers } from '../security/passwordVerifier.ts';
import { type Card, type CardFreeze, CardFreezes, Cards } from '../store/entities/card.ts';
import { type Customer, Customers } from '../store/entities/customer.ts';
import type { Store } from '../store/store.ts';
import { identityDocumentIndex, passwordPlace } from './reservedPlaces.ts';

const ImportedCard = z
  .object({
    number: CardNumber,
    status: z.enum(['active', 'frozen', 'closed']),
    freezeReasons: z.array(FreezeReason),
  })
  .refine(({ status, freezeReasons }) => (status === 'frozen') === freezeReasons.length > 0);

/** A customer in plain, as a bank hands one over; what is null was not reserved. */
export const ImportedCustomer = z.object({
  name: z.string().min(1),
  latinName: z.string().min(1),
  phone: z.e164(),
  language: Language,
  reserved: z.object({
    identityDocument: z.object({ type: IdentityDocumentType, number: IdentityDocumentNumber }).nullable(),
    transactionPassword: TransactionPassword.nullable(),
  }),
  cards: z.array(ImportedCard),
});
export type ImportedCustomer = z.infer<typeof ImportedCustomer>;

type Parts = {
  store: Store;
  fields: FieldSealing;
  verifiers: PasswordVerifiers;
  keyRing: KeyRing;
  clock: Clock;
};
type Rows = { customer: Customer; cards: Card[]; freezes: CardFreeze[] };

/** Puts customers and their cards into the embedded card system, all or none, sealed. */
export async function importCustomers(parts: Parts, customers: ImportedCustomer[]): Promise<void> {
  const all: Rows[] = [];
  for (const one of customers) all.push(await rowsOf(parts, one));
  await parts.store.transaction(async (manager) => {
    for (const { customer, cards, freezes } of all) {
      await manager.insert(Customers, customer);
      if (cards.length > 0) await manager.insert(Cards, cards);
      if (freezes.length > 0) await manager.insert(CardFreezes, freezes);
    }
  });
}

async function rowsOf(
  { fields, verifiers, keyRing, clock }: Parts,
  imported: ImportedCustomer,
): Promise<Rows> {
  const id = randomUUID();
  const { identityDocument, transactionPassword } = imported.reserved;
  const seal = (column: string, plain: string) => fields.seal(plain, { table: 'customers', column, row: id });
  const customer: Customer = {
    id,
    nameSealed: seal('name_sealed', imported.name),
    latinNameSealed: seal('latin_name_sealed', imported.latinName),
    phoneSealed: seal('phone_sealed', imported.phone),
    phoneIndex: fields.index('phone', imported.phone),
    language: imported.language,
    identityDocumentType: identityDocument?.type ?? null,
    identityDocumentSealed: identityDocument && seal('identity_document_sealed', identityDocument.number),
    identityDocumentIndex: identityDocument && identityDocumentIndex(fields, identityDocument.number),
    passwordVerifier:
      transactionPassword && (await verifiers.protect(transactionPassword, passwordPlace(id))),
    reservedVersion: 1,
  };
  const cards: Card[] = [];
  const freezes: CardFreeze[] = [];
  for (const { number, status, freezeReasons } of imported.cards) {
    const cardId = randomUUID();
    cards.push({
      id: cardId,
      customerId: id,
      reference: cardReference(keyRing.secret('cardReferenceKey'), number),
      numberSealed: fields.seal(number, { table: 'cards', column: 'number_sealed', row: cardId }),
      lastFour: number.slice(-4),
      status,
      version: 1,
      passwordErrors: 0,
    });
    for (const reason of freezeReasons) freezes.push({ cardId, reason, since: instant(clock()) });
  }
  return { customer, cards, freezes };
}
