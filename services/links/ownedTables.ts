import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import { type RequestPeriods, requestsKeptFor } from '../authentication/ownedTables.ts';
import { SecureLinks } from '../tables/secureLink.ts';

/** Links to the secure form: kept for a day at least, over which they are limited. */
export const linkTables: readonly OwnedTable<RequestPeriods>[] = [
  {
    rows: SecureLinks,
    expiring: (kept) =>
      expiringRows({
        kind: 'secureLinks',
        keptFor: requestsKeptFor(kept),
        rows: SecureLinks,
        key: 'id',
        due: (now) => ({ expiresAt: LessThanOrEqual(ago(now, requestsKeptFor(kept))) }),
      }),
  },
];
