import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import { type Periods, periodSetting } from '../../kit/retention/period.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import type { BankTable } from '../security/sealedTable.ts';
import { IdempotentRequests } from '../tables/idempotentRequest.ts';

export const answerRetention = {
  /** `/bank/v1` promises that a key keeps its answer for a day. */
  RETENTION_ANSWERS: periodSetting('PT24H', 'PT24H'),
};

/** What was answered under the keys that senders chose. */
export const answerTables: readonly BankTable<Periods<typeof answerRetention>>[] = [
  {
    rows: IdempotentRequests,
    expiring: ({ RETENTION_ANSWERS: keptFor }) =>
      expiringRows({
        kind: 'answers',
        keptFor,
        rows: IdempotentRequests,
        key: 'key',
        due: (now) => ({ claimedAt: LessThanOrEqual(ago(now, keptFor)) }),
      }),
  },
];
