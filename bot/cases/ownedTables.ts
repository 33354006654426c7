import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { Period } from '../../kit/retention/period.ts';
import { LessThan } from '../../kit/store/query.ts';
import { minutes } from '../../kit/time.ts';
import { OpenCaseRows, WrongGuessRows } from './movingTables.ts';

/** Nothing is gone on with after half an hour without news; a guess is long forgotten by then. */
const keptFor: Period = { text: 'PT30M', milliseconds: 30 * minutes };

/** Cases that could move to another channel, and the guesses at them that were wrong. */
export const caseTables: readonly OwnedTable[] = [
  {
    rows: OpenCaseRows,
    expiring: () =>
      expiringRows({
        kind: 'openCases',
        keptFor,
        rows: OpenCaseRows,
        key: 'conversation',
        due: (now) => ({ updatedAt: LessThan(ago(now, keptFor)) }),
      }),
  },
  {
    rows: WrongGuessRows,
    expiring: () =>
      expiringRows({
        kind: 'wrongGuesses',
        keptFor,
        rows: WrongGuessRows,
        key: 'id',
        due: (now) => ({ at: LessThan(ago(now, keptFor)) }),
      }),
  },
];
