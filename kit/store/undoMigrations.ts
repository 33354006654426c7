import type { QueryRunner } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { migrationLock } from './openPostgres.ts';
import type { EntityManager } from './query.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

type Migration = { name: string; down(runner: Pick<QueryRunner, 'query' | 'connection'>): Promise<void> };

/** The data that would be lost: the rows of a table, or the values of one column. */
export type Loss = { of: string; rows: number };

/**
 * Takes migrations back, the newest first, all or none of them.
 * @param names as the database has run them; each must be of the schema and have another one before it
 * @param mayLose whether what stands in their tables and columns may go
 * @throws UnfreezeError `messageInvalid` where something would be lost that must not, with what that is
 */
export function undoMigrations(
  store: Store,
  { migrations }: Pick<Schema, 'migrations'>,
  { names, mayLose, isPostgres }: { names: readonly string[]; mayLose: boolean; isPostgres: boolean },
): Promise<Loss[]> {
  const undone = migrations
    .map((Migration) => new Migration() as unknown as Migration)
    .filter(({ name }) => names.includes(name))
    .toReversed();
  return store.transaction([], async (manager) => {
    if (isPostgres) await manager.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    const losses = await lossesOf(manager, undone);
    if (losses.length > 0 && !mayLose)
      throw new UnfreezeError('messageInvalid', `it would lose ${losses.map(told).join(', ')}`);
    for (const migration of undone) {
      await migration.down(manager);
      await manager.query(`DELETE FROM migrations WHERE name = '${migration.name}'`);
    }
    return losses;
  });
}

const told = ({ of, rows }: Loss) => `${of} (in ${rows} rows)`;

/** The data that a statement would delete, with the number of rows that have such data. */
const takingAway: readonly {
  statement: RegExp;
  of(names: string[]): string;
  counts(names: string[]): string;
}[] = [
  {
    statement: /^DROP TABLE (\w+)$/,
    of: ([table = '']) => table,
    counts: ([table]) => `SELECT COUNT(*) AS rows FROM ${table}`,
  },
  {
    statement: /^ALTER TABLE (\w+) DROP COLUMN (\w+)$/,
    of: (names) => names.join('.'),
    counts: ([table, column]) => `SELECT COUNT(*) AS rows FROM ${table} WHERE ${column} IS NOT NULL`,
  },
];

async function lossesOf(manager: EntityManager, undone: readonly Migration[]): Promise<Loss[]> {
  const losses: Loss[] = [];
  for (const statement of await statementsOf(manager, undone))
    for (const { statement: pattern, of, counts } of takingAway) {
      const [, ...names] = pattern.exec(statement) ?? [];
      if (names.length === 0) continue;
      const [{ rows }] = await manager.query(counts(names));
      if (Number(rows) > 0) losses.push({ of: of(names), rows: Number(rows) });
    }
  return losses;
}

/** The statements by which migrations would be undone. */
async function statementsOf({ connection }: EntityManager, undone: readonly Migration[]): Promise<string[]> {
  const statements: string[] = [];
  const query = async (statement: string) => void statements.push(statement);
  for (const migration of undone) await migration.down({ connection, query: query as QueryRunner['query'] });
  return statements;
}
