import { expiringRows } from '../../kit/retention/expiring.ts';
import { type Periods, periodSetting } from '../../kit/retention/period.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { BankTable, SealedColumns } from '../security/sealedTable.ts';
import { type FrozenCardRow, FrozenCardRows as Rows } from '../tables/frozenCardRecord.ts';
import { packageAnew } from './frozenCardRecords.ts';

export const recordRetention = {
  /** Long enough that a case can be finished: an authentication request lasts ten minutes. */
  RETENTION_FROZEN_CARD_RECORDS: periodSetting('PT24H', 'PT1H'),
};

/** The frozen card records. */
export const recordTables: readonly BankTable<Periods<typeof recordRetention>>[] = [
  {
    rows: Rows,
    sealed: { packageSealed: packageAnew } satisfies SealedColumns<FrozenCardRow>,
    expiring: ({ RETENTION_FROZEN_CARD_RECORDS: keptFor }) =>
      expiringRows({
        kind: 'frozenCardRecords',
        keptFor,
        rows: Rows,
        key: 'card',
        due: (now) => ({ expiresAt: LessThanOrEqual(instant(now)) }),
      }),
  },
];
