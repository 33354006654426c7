import { ago, expiringRows } from '../../../kit/retention/expiring.ts';
import type { Period } from '../../../kit/retention/period.ts';
import { indexMigration } from '../../../kit/store/indexMigration.ts';
import { LessThanOrEqual } from '../../../kit/store/query.ts';
import type { BankTable } from '../../security/sealedTable.ts';
import { ClaimedUnfreezings } from '../../tables/unfreezing.ts';

const indexes = indexMigration({
  name: 'BankClaimIndexes1764366020000',
  makes: {
    claimed_unfreezings_request:
      'CREATE INDEX claimed_unfreezings_request ON claimed_unfreezings (authentication_request)',
  },
});

/** Unfreezings that were claimed before a card system elsewhere was asked. */
export const claimTables: readonly BankTable<{ readonly RETENTION_ANSWERS: Period }>[] = [
  {
    rows: ClaimedUnfreezings,
    stays: 'an unfreezing of which nobody knows what became of it stays until that is known',
    migrations: [indexes],
    expiring: ({ RETENTION_ANSWERS: keptFor }) =>
      expiringRows({
        kind: 'unfreezings',
        keptFor,
        rows: ClaimedUnfreezings,
        key: 'id',
        due: (now) => ({ concludedAt: LessThanOrEqual(ago(now, keptFor)) }),
      }),
  },
];
