import { instant } from '../../../kit/time.ts';
import type { CardReference } from '../../contract/card.ts';
import type { FieldSealing } from '../../security/fieldSealing.ts';
import type { Sealers } from '../../security/sealedTable.ts';
import { type Customer, handedOverPrefix } from '../../tables/customer.ts';
import type { CardDate, CardDates } from '../cardDates.ts';
import { checkedByCardSystem, type FoundCard } from '../cardSystem.ts';
import { identityDocumentIndex, passwordPlace } from '../reservedPlaces.ts';
import type { SaidReasons } from '../saidReasons.ts';
import type { HandedOverCard } from './addresses.ts';
import { outputOf } from './handedOverVerifier.ts';

type HandedOverCustomer = HandedOverCard['customer'];

/** In the place of a card that there is not: for an unknown number the same work is done. */
export const nobody: HandedOverCard = {
  status: 'active',
  freezes: [],
  version: 0,
  customer: {
    id: 'nobody',
    phone: '+10000000000',
    language: 'en',
    reserved: {
      version: 0,
      identityDocument: { type: 'passport', number: 'A1234567' },
      transactionPassword: {
        checkedBy: 'thawline',
        verifier: `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`,
      },
    },
  },
};

/** What a card system has handed over, as it is kept: of the identity document an index, the verifier sealed. */
export function foundCard(
  { fields, verifiers, saidReasons }: Sealers & { saidReasons: SaidReasons },
  { reference, name }: { reference: CardReference; name: string },
  { status, freezes, version, customer, frozenAt }: HandedOverCard,
): FoundCard {
  const { identityDocument, transactionPassword } = customer.reserved;
  const customerId = ownId(fields, customer);
  const verifier =
    transactionPassword?.checkedBy === 'thawline'
      ? verifiers.adopt(outputOf(transactionPassword.verifier), passwordPlace(customerId))
      : transactionPassword && checkedByCardSystem;
  return {
    card: {
      reference,
      lastFour: name.slice(-4),
      customerId,
      status,
      freezes: saidReasons.readAll(freezes),
      version,
    },
    reserved: {
      customerId,
      language: customer.language,
      identityDocumentIndex: identityDocument && identityDocumentIndex(fields, identityDocument.number),
      passwordVerifier: verifier,
      version: customer.reserved.version,
    },
    phone: customer.phone,
    dates: datesOf({ frozenAt, ...customer }),
  };
}

const dates = ['frozenAt', 'phoneChangedAt', 'passwordChangedAt'] as const;

function datesOf(given: { [Each in CardDate]?: string | null | undefined }): CardDates {
  return Object.fromEntries(
    dates.flatMap((date) => {
      const moment = given[date];
      return typeof moment === 'string' ? [[date, instant(new Date(moment))]] : [];
    }),
  );
}

/** What is kept of a customer whose receipt waits to be sent: the registered phone, sealed. */
export function receiptCustomer(fields: FieldSealing, customer: HandedOverCustomer): Customer {
  const id = ownId(fields, customer);
  const seal = (column: string, plain: string) => fields.seal(plain, { table: 'customers', column, row: id });
  return {
    id,
    nameSealed: seal('name_sealed', ''),
    latinNameSealed: seal('latin_name_sealed', ''),
    phoneSealed: seal('phone_sealed', customer.phone),
    // Several customers may have one phone; nobody is looked up by it here.
    phoneIndex: id,
    language: customer.language,
    identityDocumentType: null,
    identityDocumentSealed: null,
    identityDocumentIndex: null,
    passwordVerifier: null,
    reservedVersion: customer.reserved.version,
  };
}

/** The bank's own id of a customer may say who it is. */
function ownId(fields: FieldSealing, { id }: HandedOverCustomer): string {
  return handedOverPrefix + fields.firstIndex('cardSystemCustomer', id);
}
