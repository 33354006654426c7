import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { Period } from '../../kit/retention/period.ts';
import { indexMigration } from '../../kit/store/indexMigration.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { IsNull, LessThanOrEqual, Not } from '../../kit/store/query.ts';
import { hours } from '../../kit/time.ts';
import type { BankTable } from '../security/sealedTable.ts';
import { DisownableUnfreezings } from '../tables/disownableUnfreezing.ts';
import { RequestedFreezingRows } from '../tables/requestedFreezing.ts';
import { disownableFor } from './disownments.ts';
import { countedFor } from './requestedFreezings.ts';

/** This period cannot be set, because the receipt's text names it. */
const keptFor: Period = { text: `PT${disownableFor / hours}H`, milliseconds: disownableFor };

const indexes = indexMigration({
  name: 'BankDisownmentIndexes1764366030000',
  makes: {
    disownable_unfreezings_not_frozen:
      'CREATE INDEX disownable_unfreezings_not_frozen ON disownable_unfreezings (disowned_at) ' +
      'WHERE disowned_at IS NOT NULL AND frozen_at IS NULL',
  },
});

/** Unfreezings from before these columns can be disowned from the telephone only. */
const codes = laterMigration({
  name: 'BankDisownmentCodes1795916300000',
  up: [
    'ALTER TABLE disownable_unfreezings ADD COLUMN code_index text',
    'ALTER TABLE disownable_unfreezings ADD COLUMN channel text',
    'ALTER TABLE disownable_unfreezings ADD COLUMN language text',
    'ALTER TABLE disownable_unfreezings ADD COLUMN case_due_at text',
    'ALTER TABLE disownable_unfreezings ADD COLUMN case_id text',
    'CREATE UNIQUE INDEX disownable_unfreezings_code ON disownable_unfreezings (code_index) WHERE code_index IS NOT NULL',
    'CREATE INDEX disownable_unfreezings_case_due ON disownable_unfreezings (case_due_at, id) WHERE case_due_at IS NOT NULL',
  ],
  down: [
    'DROP INDEX disownable_unfreezings_case_due',
    'DROP INDEX disownable_unfreezings_code',
    'ALTER TABLE disownable_unfreezings DROP COLUMN case_id',
    'ALTER TABLE disownable_unfreezings DROP COLUMN case_due_at',
    'ALTER TABLE disownable_unfreezings DROP COLUMN language',
    'ALTER TABLE disownable_unfreezings DROP COLUMN channel',
    'ALTER TABLE disownable_unfreezings DROP COLUMN code_index',
  ],
});

const freezings = laterMigration({
  name: 'BankRequestedFreezings1795950000000',
  up: [
    `CREATE TABLE requested_freezings (id varchar PRIMARY KEY NOT NULL, card text NOT NULL, shown_by text NOT NULL,
      channel text NOT NULL, requested_at text NOT NULL, frozen_at text)`,
    'CREATE INDEX requested_freezings_card ON requested_freezings (card, requested_at)',
    'CREATE INDEX requested_freezings_requested ON requested_freezings (requested_at)',
    'CREATE INDEX requested_freezings_not_frozen ON requested_freezings (requested_at, id) WHERE frozen_at IS NULL',
  ],
  down: ['DROP TABLE requested_freezings'],
});

/** This period cannot be set, because the limit of freezings a day counts over it. */
const counted: Period = { text: `PT${countedFor / hours}H`, milliseconds: countedFor };

/** The tables of the unfreezings that can be disowned, and of the freezings that customers have asked for. */
export const disownmentTables: readonly BankTable[] = [
  {
    rows: DisownableUnfreezings,
    stays: 'what was disowned and is not frozen yet, or has no case yet, stays until it is and has',
    migrations: [indexes, codes],
    expiring() {
      const before = (now: Date) => LessThanOrEqual(ago(now, keptFor));
      return expiringRows({
        kind: 'disownableUnfreezings',
        keptFor,
        rows: DisownableUnfreezings,
        key: 'id',
        due: (now) => [
          { unfrozenAt: before(now), disownedAt: IsNull() },
          { unfrozenAt: before(now), frozenAt: Not(IsNull()), caseDueAt: IsNull() },
        ],
      });
    },
  },
  {
    rows: RequestedFreezingRows,
    stays: 'a card that is to be frozen and is not yet stays until it is',
    migrations: [freezings],
    expiring: () =>
      expiringRows({
        kind: 'requestedFreezings',
        keptFor: counted,
        rows: RequestedFreezingRows,
        key: 'id',
        due: (now) => ({ requestedAt: LessThanOrEqual(ago(now, counted)), frozenAt: Not(IsNull()) }),
      }),
  },
];
