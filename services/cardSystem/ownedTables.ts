import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { Period } from '../../kit/retention/period.ts';
import { indexMigration } from '../../kit/store/indexMigration.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import { type BankTable, fieldAnew, type SealedColumns, verifierAnew } from '../security/sealedTable.ts';
import { type Card, CardFreezes, Cards } from '../tables/card.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import { DisownableUnfreezings } from '../tables/disownableUnfreezing.ts';
import { OptOutRows } from '../tables/optOut.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import { CountedPasswordChecks } from '../tables/passwordCheck.ts';
import { identityDocumentIndex } from './reservedPlaces.ts';

/** The checks of passwords that the embedded card system has counted. */
export const passwordCheckTables: readonly BankTable<{ readonly RETENTION_ANSWERS: Period }>[] = [
  {
    rows: CountedPasswordChecks,
    expiring: ({ RETENTION_ANSWERS: keptFor }) =>
      expiringRows({
        kind: 'passwordChecks',
        keptFor,
        rows: CountedPasswordChecks,
        key: 'id',
        due: (now) => ({ countedAt: LessThanOrEqual(ago(now, keptFor)) }),
      }),
  },
];

const sealedOfCustomer = {
  nameSealed: fieldAnew,
  latinNameSealed: fieldAnew,
  phoneSealed: fieldAnew,
  identityDocumentSealed: fieldAnew,
  passwordVerifier: verifierAnew,
} satisfies SealedColumns<Customer>;

/** The customer of another card system has no phone here to look up (see `receiptCustomer`). */
const indexedOfCustomer: NonNullable<BankTable['indexed']> = {
  phoneIndex: ({ id, phoneIndex }, opened, { fields }) =>
    phoneIndex === id ? phoneIndex : fields.index('phone', opened('phoneSealed') ?? ''),
  identityDocumentIndex(_row, opened, { fields }) {
    const document = opened('identityDocumentSealed');
    return document === null ? null : identityDocumentIndex(fields, document);
  },
};

/** A STOP stays with its number, and what was unfrozen lately can still be disowned from it. */
const phonesFollow: NonNullable<BankTable['follows']> = async (manager, column, { before, after }) => {
  if (column !== 'phoneIndex') return;
  const [old, now] = [{ phoneIndex: String(before) }, { phoneIndex: String(after) }];
  await manager.update(DisownableUnfreezings, old, now);
  if (await manager.existsBy(OptOutRows, now)) await manager.delete(OptOutRows, old);
  else await manager.update(OptOutRows, old, now);
};

/** An operator who has the last four digits finds the card without reading all of them. */
const cardIndexes = indexMigration({
  name: 'BankCardsByLastFour1764370800000',
  makes: { cards_last_four: 'CREATE INDEX cards_last_four ON cards (last_four, reference)' },
});

const otherReferences = laterMigration({
  name: 'BankOtherCardReferences1795940000000',
  up: [
    'ALTER TABLE cards ADD COLUMN other_reference text',
    'CREATE INDEX cards_other_reference ON cards (other_reference)',
  ],
  down: ['DROP INDEX cards_other_reference', 'ALTER TABLE cards DROP COLUMN other_reference'],
});

/** Customers and their cards. */
export const cardTables: readonly BankTable[] = [
  {
    rows: Customers,
    stays: 'a customer of the embedded card system is the bank’s',
    // A customer of another card system is kept for what is sent to them alone.
    goesWith: Outbox,
    sealed: sealedOfCustomer,
    indexed: indexedOfCustomer,
    follows: phonesFollow,
  },
  {
    rows: Cards,
    stays: 'a card is the bank’s',
    migrations: [cardIndexes, otherReferences],
    sealed: { numberSealed: fieldAnew } satisfies SealedColumns<Card>,
  },
  { rows: CardFreezes, stays: 'a freeze stays until the card is unfrozen' },
];
