import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { Period } from '../../kit/retention/period.ts';
import { LessThanOrEqual, type MigrationInterface, type QueryRunner, Raw } from '../../kit/store/query.ts';
import { type BankTable, fieldAnew, type SealedColumns, verifierAnew } from '../security/sealedTable.ts';
import { type Card, CardFreezes, Cards } from '../tables/card.ts';
import { type Customer, Customers, handedOverPrefix } from '../tables/customer.ts';
import { CountedPasswordChecks } from '../tables/passwordCheck.ts';

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

/** An operator who has the last four digits finds the card without reading all of them. */
class CardsByLastFour implements MigrationInterface {
  readonly name = 'BankCardsByLastFour1764370800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX cards_last_four ON cards (last_four, reference)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX cards_last_four');
  }
}

/** Customers and their cards. */
export const cardTables: readonly BankTable<{ readonly RETENTION_SENT_MESSAGES: Period }>[] = [
  {
    rows: Customers,
    stays: 'a customer of the embedded card system is the bank’s, and so are the cards',
    sealed: sealedOfCustomer,
    expiring: ({ RETENTION_SENT_MESSAGES: keptFor }) =>
      expiringRows({
        kind: 'receiptCustomers',
        keptFor,
        rows: Customers,
        key: 'id',
        due: () => ({ id: Raw(isReceiptCustomerWithoutReceipt) }),
      }),
  },
  {
    rows: Cards,
    stays: 'a card is the bank’s',
    migrations: [CardsByLastFour],
    sealed: { numberSealed: fieldAnew } satisfies SealedColumns<Card>,
  },
  { rows: CardFreezes, stays: 'a freeze stays until the card is unfrozen' },
];

/** A customer of a card system elsewhere is kept for a receipt alone, and no longer than it. */
function isReceiptCustomerWithoutReceipt(id: string): string {
  return `${id} LIKE '${handedOverPrefix}%' AND ${id} NOT IN (SELECT customer_id FROM outbox)`;
}
