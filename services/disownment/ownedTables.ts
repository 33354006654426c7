import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { Period } from '../../kit/retention/period.ts';
import { indexMigration } from '../../kit/store/indexMigration.ts';
import { IsNull, LessThanOrEqual, Not } from '../../kit/store/query.ts';
import { hours } from '../../kit/time.ts';
import type { BankTable } from '../security/sealedTable.ts';
import { DisownableUnfreezings } from '../tables/disownableUnfreezing.ts';
import { disownableFor } from './disownments.ts';

/** No setting: the receipt's words rest on it. */
const keptFor: Period = { text: `PT${disownableFor / hours}H`, milliseconds: disownableFor };

const indexes = indexMigration({
  name: 'BankDisownmentIndexes1764366030000',
  makes: {
    disownable_unfreezings_not_frozen:
      'CREATE INDEX disownable_unfreezings_not_frozen ON disownable_unfreezings (disowned_at) ' +
      'WHERE disowned_at IS NOT NULL AND frozen_at IS NULL',
  },
});

/** The unfreezings that their customers can disown. */
export const disownmentTables: readonly BankTable[] = [
  {
    rows: DisownableUnfreezings,
    stays: 'what was disowned and is not frozen yet stays until it is',
    migrations: [indexes],
    expiring() {
      const before = (now: Date) => LessThanOrEqual(ago(now, keptFor));
      return expiringRows({
        kind: 'disownableUnfreezings',
        keptFor,
        rows: DisownableUnfreezings,
        key: 'id',
        due: (now) => [
          { unfrozenAt: before(now), disownedAt: IsNull() },
          { unfrozenAt: before(now), frozenAt: Not(IsNull()) },
        ],
      });
    },
  },
];
