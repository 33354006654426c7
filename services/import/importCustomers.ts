import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock } from '../../kit/time.ts';
import { passwordPlace } from '../cardSystem/reservedPlaces.ts';
import { CardNumber } from '../contract/card.ts';
import { FreezeReason } from '../contract/freezeReason.ts';
import { IdentityDocumentNumber, IdentityDocumentType } from '../contract/items/identityDocument.ts';
import { transactionPasswordOf } from '../contract/items/transactionPassword.ts';
import { widestPasswordLengths } from '../contract/passwordLengths.ts';
import { cardReference } from '../security/cardReference.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { PasswordVerifiers } from '../security/passwordVerifier.ts';
import { CardFreezes, Cards } from '../tables/card.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import { locks } from '../tables/locks.ts';
import { type SealedCard, sealedCard, sealedCustomer } from './sealedRows.ts';

const ImportedCard = z
  .object({
    number: CardNumber,
    status: z.enum(['active', 'frozen', 'closed']),
    freezeReasons: z.array(FreezeReason),
  })
  .refine(({ status, freezeReasons }) => (status === 'frozen') === freezeReasons.length > 0);
export type ImportedCard = z.infer<typeof ImportedCard>;

/** A customer in plain text, as a bank delivers one; null means "not reserved". */
export const ImportedCustomer = z.object({
  name: z.string().min(1),
  latinName: z.string().min(1),
  phone: z.e164(),
  language: Language,
  reserved: z.object({
    identityDocument: z.object({ type: IdentityDocumentType, number: IdentityDocumentNumber }).nullable(),
    transactionPassword: transactionPasswordOf(widestPasswordLengths).nullable(),
  }),
  cards: z.array(ImportedCard),
});
export type ImportedCustomer = z.infer<typeof ImportedCustomer>;
export type ImportedPerson = Omit<ImportedCustomer, 'cards'>;

/** The services and keys that an import uses. */
export type ImportOptions = {
  store: Store;
  fields: FieldSealing;
  verifiers: PasswordVerifiers;
  keyRing: KeyRing;
  clock: Clock;
};
type Rows = { customer: Customer; cards: SealedCard[] };

/**
 * Imports customers and their cards into the embedded card system, sealed, all of them or none.
 * @param unless is called in the same transaction; if it returns true, nothing is changed
 * @returns whether they were imported
 */
export async function importCustomers(
  parts: ImportOptions,
  customers: ImportedCustomer[],
  unless: (manager: EntityManager) => Promise<boolean> = async () => false,
): Promise<boolean> {
  const all: Rows[] = [];
  for (const one of customers) all.push(await rowsOf(parts, one));
  return parts.store.transaction([locks.sealing], async (manager) => {
    if (await unless(manager)) return false;
    for (const { customer, cards } of all) {
      await manager.insert(Customers, customer);
      for (const { card, freezes } of cards) {
        await manager.insert(Cards, card);
        if (freezes.length > 0) await manager.insert(CardFreezes, freezes);
      }
    }
    return true;
  });
}

async function rowsOf(parts: ImportOptions, imported: ImportedCustomer): Promise<Rows> {
  const id = randomUUID();
  const password = imported.reserved.transactionPassword;
  const passwordVerifier = password && (await parts.verifiers.protect(password, passwordPlace(id)));
  const cardReferenceKey = parts.keyRing.secret('cardReferenceKey');
  return {
    customer: { ...sealedCustomer(parts.fields, id, imported), passwordVerifier },
    cards: imported.cards.map((card) =>
      sealedCard(parts, id, card, cardReference(cardReferenceKey, card.number)),
    ),
  };
}
