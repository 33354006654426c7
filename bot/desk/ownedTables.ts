import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { Period } from '../../kit/retention/period.ts';
import { LessThan } from '../../kit/store/query.ts';
import { hours } from '../../kit/time.ts';
import { HandoffCaseRows } from './handoffCasesTable.ts';
import { HandoffNoteRows } from './handoffNotesTable.ts';

/** How long a case stays after an agent closed it, and a handoff that the bank's side could not be told of. */
const keptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

/** Cases for human agents, and handoffs that are still to be told to the bank's audit trail. */
export const deskTables: readonly OwnedTable[] = [
  {
    rows: HandoffCaseRows,
    stays: 'a case waits until an agent has closed it',
    expiring: () =>
      expiringRows({
        kind: 'handoffCases',
        keptFor,
        rows: HandoffCaseRows,
        key: 'id',
        due: (now) => ({ closedAt: LessThan(ago(now, keptFor)) }),
      }),
  },
  {
    rows: HandoffNoteRows,
    expiring: () =>
      expiringRows({
        kind: 'handoffNotes',
        keptFor,
        rows: HandoffNoteRows,
        key: 'id',
        due: (now) => ({ at: LessThan(ago(now, keptFor)) }),
      }),
  },
];
