import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import { apartMigration } from '../../kit/store/tableApart.ts';
import { type BankTable, fieldAnew, type SealedColumns } from '../security/sealedTable.ts';
import { sealingKeysLiveFor } from '../security/sealingKeyPair.ts';
import { BankKeyFingerprints } from '../tables/bankKeyFingerprint.ts';
import { type SealingKeyRow, SealingKeyRows, sealingKeysApart } from '../tables/sealingKey.ts';

const livesFor = { text: 'PT75M', milliseconds: sealingKeysLiveFor };

/** The tables of the recorded keys of the bank's side, and of the sealing keys. */
export const keyTables: readonly BankTable[] = [
  { rows: BankKeyFingerprints, stays: 'a database knows its keys for as long as it lives' },
  {
    rows: SealingKeyRows,
    apart: sealingKeysApart,
    migrations: [apartMigration('BankSealingKeys1795938000000', sealingKeysApart)],
    sealed: { pairSealed: fieldAnew } satisfies SealedColumns<SealingKeyRow>,
    // `SealingKeys` destroys them within a minute; this is for an installation where no service runs.
    expiring: () =>
      expiringRows({
        kind: 'sealingKeys',
        keptFor: livesFor,
        rows: SealingKeyRows,
        key: 'kid',
        due: (now) => ({ createdAt: LessThanOrEqual(ago(now, livesFor)) }),
      }),
  },
];
