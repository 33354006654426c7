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
      begins: [7, 1],
      asks: [7, 1],
      card: [15, 1],
      yes: [15, 1],
      document: [17, 1],
      password: [32, 2],
      workers: [6, 1],
      whole: [99, 8],
    },
    'on the telephone': {
      begins: [5, 1],
      language: [6, 1],
      asks: [6, 1],
      card: [13, 1],
      yes: [13, 1],
      document: [15, 1],
      password: [29, 2],
      hangsUp: [1, 1],
      workers: [6, 1],
      whole: [94, 10],
    },
    'by SMS': {
      asks: [6, 1],
      card: [15, 2],
      yes: [13, 1],
      document: [17, 2],
      password: [30, 3],
      workers: [8, 3],
      whole: [89, 12],
    },
  },
  PostgreSQL: {
    'in web chat': {
      begins: [9, 2],
      asks: [10, 2],
      card: [19, 3],
      yes: [18, 3],
      document: [20, 3],
      password: [33, 4],
      workers: [6, 1],
      whole: [115, 18],
    },
    'on the telephone': {
      begins: [6, 1],
      language: [8, 2],
      asks: [8, 2],
      card: [16, 3],
      yes: [15, 3],
      document: [17, 3],
      password: [30, 4],
      hangsUp: [1, 1],
      workers: [6, 1],
      whole: [107, 20],
    },
    'by SMS': {
      asks: [8, 2],
      card: [17, 3],
      yes: [15, 3],
      document: [18, 3],
      password: [31, 4],
      workers: [8, 3],
      whole: [97, 18],
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
