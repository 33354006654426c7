import { EntitySchema } from 'typeorm';
import { expiringRows } from '../retention/expiring.ts';
import type { OwnedTable } from '../retention/ownedTable.ts';
import type { Period } from '../retention/period.ts';
import { columnOf, key, optionalText, text } from '../store/columns.ts';
import { laterMigration } from '../store/laterMigration.ts';
import { LessThanOrEqual } from '../store/query.ts';
import { type Instant, instant } from '../time.ts';

/**
 * Somebody who is logged in. `id` is the hash of the token that their browser holds, so that whoever reads the table comes in
 * as nobody; `hint` is closed under that token; `roles` is JSON.
 */
export type LoginSessionRow = {
  id: string;
  subject: string;
  login: string;
  name: string;
  roles: string;
  hint: string | null;
  begunAt: Instant;
  usedAt: Instant;
  endsAt: Instant;
};

/** The table of log-in sessions for one half of the product. */
export function loginSessionRows(table: string): EntitySchema<LoginSessionRow> {
  const columns = { id: key, subject: text, login: text, name: text, roles: text, hint: optionalText };
  const moments = { begunAt: text, usedAt: text, endsAt: text };
  const named = Object.entries({ ...columns, ...moments }).map(([property, column]) => [
    property,
    { ...column, name: columnOf(property) },
  ]);
  return new EntitySchema<LoginSessionRow>({
    name: table,
    columns: Object.fromEntries(named),
    indices: [{ name: `${table}_ends_at`, columns: ['endsAt'] }],
  });
}

/** Each row says itself when it ends. */
const keptFor: Period = { text: 'PT0M', milliseconds: 0 };

/** @param migration the name of what makes the table */
export function loginSessionTable(rows: EntitySchema<LoginSessionRow>, migration: string): OwnedTable {
  const table = rows.options.name;
  const made = laterMigration({
    name: migration,
    up: [
      `CREATE TABLE ${table} (
        id varchar PRIMARY KEY NOT NULL,
        subject text NOT NULL,
        login text NOT NULL,
        name text NOT NULL,
        roles text NOT NULL,
        hint text,
        begun_at text NOT NULL,
        used_at text NOT NULL,
        ends_at text NOT NULL
      )`,
      `CREATE INDEX ${table}_ends_at ON ${table} (ends_at)`,
    ],
    down: [`DROP TABLE ${table}`],
  });
  return {
    rows,
    migrations: [made],
    expiring: () =>
      expiringRows({
        keptFor,
        rows,
        key: 'id',
        due: (now) => ({ endsAt: LessThanOrEqual(instant(now)) }),
      }),
  };
}
