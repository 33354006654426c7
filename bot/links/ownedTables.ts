import { expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { Period } from '../../kit/retention/period.ts';
import { indexMigration } from '../../kit/store/indexMigration.ts';
import { LessThan } from '../../kit/store/query.ts';
import { instant, minutes } from '../../kit/time.ts';
import { AwaitedLinkRows } from './awaitedLinksTable.ts';

/** A link works for ten minutes, and its end is reported for one more. */
const keptFor: Period = { text: 'PT11M', milliseconds: 11 * minutes };

const indexes = indexMigration({
  name: 'BotAwaitedLinkIndexes1764366010000',
  makes: { awaited_links_by_end: 'CREATE INDEX awaited_links_by_end ON awaited_links (until)' },
});

/** The table of the links whose end a conversation waits for. */
export const awaitedLinkTables: readonly OwnedTable[] = [
  {
    rows: AwaitedLinkRows,
    migrations: [indexes],
    expiring: () =>
      expiringRows({
        kind: 'awaitedLinks',
        keptFor,
        rows: AwaitedLinkRows,
        key: 'id',
        due: (now) => ({ until: LessThan(instant(now)) }),
      }),
  },
];
