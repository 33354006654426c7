import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import { type Period, type Periods, periodSetting } from '../../kit/retention/period.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { type EntityManager, In, LessThanOrEqual } from '../../kit/store/query.ts';
import { hours } from '../../kit/time.ts';
import { type BankTable, fieldAnew, type SealedColumns } from '../security/sealedTable.ts';
import { Customers, handedOverPrefix } from '../tables/customer.ts';
import { FreezeNoticeRows, FreezingsPlaces } from '../tables/freezeNotice.ts';
import { OptOutRows } from '../tables/optOut.ts';
import { Outbox, type OutboxMessage } from '../tables/outboxMessage.ts';
import { outboxIndexes } from './outboxIndexes.ts';
import { receiptFollowing } from './receiptFollowing.ts';

const optOutTable = laterMigration({
  name: 'BankOptOuts1795914000000',
  up: ['CREATE TABLE opt_outs (phone_index varchar PRIMARY KEY NOT NULL, at text NOT NULL)'],
  down: ['DROP TABLE opt_outs'],
});

const freezeNotices = laterMigration({
  name: 'BankFreezeNotices1795960000000',
  up: [
    `CREATE TABLE freeze_notices (id varchar PRIMARY KEY NOT NULL, card text NOT NULL, reason text NOT NULL,
      frozen_at text NOT NULL, heard_at text NOT NULL, settled_at text, told_at text)`,
    'CREATE INDEX freeze_notices_card ON freeze_notices (card, told_at)',
    'CREATE INDEX freeze_notices_heard ON freeze_notices (heard_at)',
    'CREATE INDEX freeze_notices_not_settled ON freeze_notices (heard_at, id) WHERE settled_at IS NULL',
    'CREATE TABLE freezings_place (id varchar PRIMARY KEY NOT NULL, after text NOT NULL)',
  ],
  down: ['DROP TABLE freezings_place', 'DROP TABLE freeze_notices'],
});

/** No setting, because a card system may report the same freezing again for this long. */
const noticesKeptFor: Period = { text: 'P7D', milliseconds: 7 * 24 * hours };

export const messageRetention = {
  /** A customer who says "that was not me" a day later must be understood. */
  RETENTION_SENT_MESSAGES: periodSetting('P30D', 'PT24H'),
};

/** The messages that were promised to registered phones. */
export const outboxTables: readonly BankTable<Periods<typeof messageRetention>>[] = [
  {
    rows: Outbox,
    stays: 'a message that waits is tried until it is sent or given up',
    sealed: { tokenSealed: fieldAnew } satisfies SealedColumns<OutboxMessage>,
    migrations: [outboxIndexes, receiptFollowing],
    expiring({ RETENTION_SENT_MESSAGES: keptFor }) {
      const before = (now: Date) => LessThanOrEqual(ago(now, keptFor));
      return expiringRows({
        kind: 'sentMessages',
        keptFor,
        rows: Outbox,
        key: 'id',
        due: (now) => [{ sentAt: before(now) }, { givenUpAt: before(now) }, { expiresAt: before(now) }],
        each: 2,
        remove: removeWithAddressees,
      });
    },
  },
  {
    rows: FreezeNoticeRows,
    migrations: [freezeNotices],
    expiring: () =>
      expiringRows({
        kind: 'freezeNotices',
        keptFor: noticesKeptFor,
        rows: FreezeNoticeRows,
        key: 'id',
        due: (now) => ({ heardAt: LessThanOrEqual(ago(now, noticesKeptFor)) }),
      }),
  },
  { rows: FreezingsPlaces, stays: 'from where the card system is asked next is one row' },
  {
    rows: OptOutRows,
    stays: 'a telephone that has said STOP has said it until it takes it back',
    migrations: [optOutTable],
  },
];

/** A customer of a card system elsewhere is kept only for their messages, and is deleted with the last of them. */
async function removeWithAddressees(manager: EntityManager, ids: string[]): Promise<string[]> {
  const gone = await manager.find(Outbox, { where: { id: In(ids) }, select: { customerId: true } });
  await manager.delete(Outbox, { id: In(ids) });
  const handedOver = gone.map((one) => one.customerId).filter((id) => id.startsWith(handedOverPrefix));
  if (handedOver.length === 0) return ids;
  const still = await manager.find(Outbox, {
    where: { customerId: In(handedOver) },
    select: { customerId: true },
  });
  const addressed = new Set(still.map((one) => one.customerId));
  await manager.delete(Customers, { id: In(handedOver.filter((id) => !addressed.has(id))) });
  return ids;
}
