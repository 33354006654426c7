import { isQuick } from '../runs/membership.ts';
import { membershipOfFile } from '../runs/testFiles.ts';
import { thisRun } from '../runs/thisRun.ts';
import type { EmptyDatabase } from './emptyDatabase.ts';
import { emptyPostgres } from './postgres.ts';
import { emptySqlite } from './sqlite.ts';

export type { EmptyDatabase } from './emptyDatabase.ts';

/** Both databases that Thawline runs on: what holds for one must hold for the other. */
export const databases: Record<'SQLite' | 'PostgreSQL', () => Promise<EmptyDatabase>> = {
  SQLite: emptySqlite,
  PostgreSQL: emptyPostgres,
};

export type DatabaseName = keyof typeof databases;

/** The databases on which this run takes a test file: between them, the quick and the full run leave none out. */
export function databasesOf(file: string): DatabaseName[] {
  if (thisRun === 'unit') return ['SQLite'];
  const membership = membershipOfFile(file);
  const isLeftToTheFullRun = isQuick(membership) && membership.guards === undefined;
  if (isLeftToTheFullRun && thisRun === 'quick') return ['SQLite'];
  if (isLeftToTheFullRun && thisRun === 'full') return ['PostgreSQL'];
  return ['SQLite', 'PostgreSQL'];
}

/** A block of tests that holds on either database. */
export function onEachDatabase(title: string, suite: (empty: () => Promise<EmptyDatabase>) => void): void {
  describe(title, function () {
    for (const name of databasesOf(this.file ?? '')) describe(`on ${name}`, () => suite(databases[name]));
  });
}
