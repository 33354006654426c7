import assert from 'node:assert/strict';
import { type DatabaseName, databases, databasesOf } from '../databases/databases.ts';
import { sumOf } from './costOf.ts';
import { type Costs, wholeCases } from './wholeCases.ts';

/** Statements and commits of a step. */
type Pinned = Record<string, readonly [statements: number, commits: number]>;

/** What each step costs today, both halves of the product together. Whoever makes one cheaper pins that here. */
const pinned: Record<DatabaseName, Record<keyof typeof wholeCases, Pinned>> = {
  SQLite: {
    'in web chat': {
      begins: [9, 1],
      asks: [9, 1],
      card: [19, 1],
      yes: [17, 1],
      document: [19, 1],
      password: [34, 2],
      workers: [6, 1],
      whole: [113, 8],
    },
    'on the telephone': {
      begins: [7, 1],
      language: [8, 1],
      asks: [8, 1],
      card: [17, 1],
      yes: [15, 1],
      document: [17, 1],
      password: [31, 2],
      hangsUp: [1, 1],
      workers: [6, 1],
      whole: [110, 10],
    },
    'by SMS': {
      asks: [7, 1],
      card: [18, 2],
      yes: [14, 1],
      document: [18, 2],
      password: [31, 3],
      workers: [8, 3],
      whole: [96, 12],
    },
  },
  PostgreSQL: {
    'in web chat': {
      begins: [11, 2],
      asks: [12, 2],
      card: [23, 3],
      yes: [20, 3],
      document: [22, 3],
      password: [35, 4],
      workers: [6, 1],
      whole: [129, 18],
    },
    'on the telephone': {
      begins: [8, 1],
      language: [10, 2],
      asks: [10, 2],
      card: [20, 3],
      yes: [17, 3],
      document: [19, 3],
      password: [32, 4],
      hangsUp: [1, 1],
      workers: [6, 1],
      whole: [123, 20],
    },
    'by SMS': {
      asks: [9, 2],
      card: [20, 3],
      yes: [16, 3],
      document: [19, 3],
      password: [32, 4],
      workers: [8, 3],
      whole: [104, 18],
    },
  },
};

describe('what a whole case asks of the database', function () {
  for (const database of databasesOf(this.file ?? '')) {
    for (const [where, expected] of Object.entries(pinned[database])) {
      it(`is pinned step by step ${where}, on ${database}`, async () => {
        const play = wholeCases[where as keyof typeof wholeCases];
        // One process has SQLite for itself, as a running service does.
        const costs: Costs = await play(databases[database], database === 'SQLite');
        const all = { ...costs, whole: sumOf(Object.values(costs)) };
        const asked = Object.entries(all).map(([step, { statements, commits }]) => [
          step,
          [statements, commits],
        ]);
        assert.deepEqual(Object.fromEntries(asked), expected);
      });
    }
  }
});
