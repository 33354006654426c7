import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import { type Periods, periodSetting } from '../../kit/retention/period.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import type { BankTable } from '../security/sealedTable.ts';
import { IdempotentRequests } from '../tables/idempotentRequest.ts';

export const answerRetention = {
  /** `/bank/v1` promises that an answer is kept under its key for a day. */
  RETENTION_ANSWERS: periodSetting('PT24H', 'PT24H'),
};

/** The answers under the Idempotency-Keys that senders chose. */
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
