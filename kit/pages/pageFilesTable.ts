import { EntitySchema } from 'typeorm';
import { ago, expiringRows } from '../retention/expiring.ts';
import type { OwnedTable } from '../retention/ownedTable.ts';
import type { Period } from '../retention/period.ts';
import { key, text } from '../store/columns.ts';
import { laterMigration } from '../store/laterMigration.ts';
import { LessThan } from '../store/query.ts';
import { hours, type Instant } from '../time.ts';

/** A file of a page as a version has built it: its `path` has the hash of its `content`, which is base64. */
export type PageFileRow = { path: string; contentType: string; content: string; usedAt: Instant };

/** A page that was opened so long ago asks for nothing more: what no version has used since then goes. */
const keptFor: Period = { text: 'P1D', milliseconds: 24 * hours };

/** @param prefix of the name of the table, `bot` for `bot_page_files` */
export function pageFilesTable(prefix: string): EntitySchema<PageFileRow> {
  return new EntitySchema<PageFileRow>({
    name: `${prefix}_page_files`,
    columns: {
      path: key,
      contentType: { ...text, name: 'content_type' },
      content: text,
      usedAt: { ...text, name: 'used_at' },
    },
    indices: [{ name: `${prefix}_page_files_used`, columns: ['usedAt'] }],
  });
}

/** @param migration the name of the one that makes the table */
export function ownedPageFiles(rows: EntitySchema<PageFileRow>, migration: string): OwnedTable {
  const { name } = rows.options;
  const made = laterMigration({
    name: migration,
    up: [
      `CREATE TABLE ${name} (
        path varchar PRIMARY KEY NOT NULL,
        content_type text NOT NULL,
        content text NOT NULL,
        used_at text NOT NULL)`,
      `CREATE INDEX ${name}_used ON ${name} (used_at)`,
    ],
    down: [`DROP TABLE ${name}`],
  });
  return {
    rows: rows as unknown as OwnedTable['rows'],
    migrations: [made],
    expiring: () =>
      expiringRows({
        keptFor,
        rows,
        key: 'path',
        due: (now) => ({ usedAt: LessThan(ago(now, keptFor)) }),
      }),
  };
}
