import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import { type Periods, periodSetting } from '../../kit/retention/period.ts';
import { indexMigration } from '../../kit/store/indexMigration.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import type { BankTable } from '../security/sealedTable.ts';
import { FailedAttempts } from '../tables/failedAttempt.ts';
import { QueryCounts } from '../tables/queryCount.ts';
import { SteadyMoments } from '../tables/steadyMoment.ts';
import { forgettableFailures } from './forgettable.ts';

export const throttlingRetention = {
  /** The window of `QueryLimit`. */
  RETENTION_QUERY_COUNTS: periodSetting('PT10M', 'PT10M'),
  /** Ten failures in a row lock a card, so failures are kept long: a guesser must not start from zero every day. */
  RETENTION_THROTTLES: periodSetting('P90D', 'P30D'),
};

const widerNetworks = laterMigration({
  name: 'BankWiderNetworks1795903260000',
  up: [
    'ALTER TABLE failed_attempts ADD COLUMN wider_network text',
    'ALTER TABLE failed_attempts ADD COLUMN widest_network text',
    'CREATE INDEX failed_attempts_wider_network ON failed_attempts (wider_network)',
    'CREATE INDEX failed_attempts_widest_network ON failed_attempts (widest_network)',
  ],
  down: [
    'DROP INDEX failed_attempts_widest_network',
    'DROP INDEX failed_attempts_wider_network',
    'ALTER TABLE failed_attempts DROP COLUMN widest_network',
    'ALTER TABLE failed_attempts DROP COLUMN wider_network',
  ],
});
const attemptIndexes = indexMigration({
  name: 'BankFailedAttemptIndexes1764366040000',
  makes: {
    failed_attempts_in_order:
      'CREATE INDEX failed_attempts_in_order ON failed_attempts (at, authentication_request)',
    failed_attempts_with_origin:
      'CREATE INDEX failed_attempts_with_origin ON failed_attempts (at, customer) WHERE user_terminal IS NOT NULL',
  },
  drops: { failed_attempts_at: 'CREATE INDEX failed_attempts_at ON failed_attempts (at)' },
});

const steadyCounter = laterMigration({
  name: 'BankSteadyCounter1795915300000',
  up: ['ALTER TABLE steady_moments ADD COLUMN counter text'],
  down: ['ALTER TABLE steady_moments DROP COLUMN counter'],
});

const failedAt = laterMigration({
  name: 'BankFailedAt1795915400000',
  up: [
    'ALTER TABLE failed_attempts ADD COLUMN failed_at text',
    'CREATE INDEX failed_attempts_failed ON failed_attempts (failed_at) WHERE failed_at IS NOT NULL',
  ],
  down: ['DROP INDEX failed_attempts_failed', 'ALTER TABLE failed_attempts DROP COLUMN failed_at'],
});

/** The tables of the limits' counts and of the steady time. */
export const throttlingTables: readonly BankTable<Periods<typeof throttlingRetention>>[] = [
  {
    rows: QueryCounts,
    expiring: ({ RETENTION_QUERY_COUNTS: keptFor }) =>
      expiringRows({
        kind: 'queryCounts',
        keptFor,
        rows: QueryCounts,
        key: 'subject',
        due: (now) => ({ since: LessThanOrEqual(ago(now, keptFor)) }),
      }),
  },
  {
    rows: FailedAttempts,
    stays: 'a lock that only the operator may lift stays until then',
    migrations: [attemptIndexes, widerNetworks, failedAt],
    expiring: ({ RETENTION_THROTTLES: keptFor }) => forgettableFailures(keptFor),
  },
  {
    rows: SteadyMoments,
    stays: 'its one row is the time that every limit runs by',
    migrations: [steadyCounter],
  },
];
