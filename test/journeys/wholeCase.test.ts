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
      begins: [11, 1],
      asks: [11, 1],
      card: [23, 2],
      yes: [20, 2],
      document: [28, 3],
      password: [44, 4],
      workers: [6, 1],
      whole: [143, 14],
    },
    'on the telephone': {
      begins: [7, 1],
      language: [8, 1],
      asks: [8, 1],
      card: [19, 2],
      yes: [16, 2],
      document: [24, 3],
      password: [40, 4],
      hangsUp: [1, 1],
      workers: [6, 1],
      whole: [129, 16],
    },
    'by SMS': {
      asks: [7, 1],
      card: [20, 3],
      yes: [15, 2],
      document: [25, 4],
      password: [40, 4],
      workers: [8, 3],
      whole: [115, 17],
    },
  },
  PostgreSQL: {
    'in web chat': {
      begins: [13, 2],
      asks: [13, 2],
      card: [25, 3],
      yes: [22, 3],
      document: [30, 4],
      password: [45, 4],
      workers: [6, 1],
      whole: [154, 19],
    },
    'on the telephone': {
      begins: [8, 1],
      language: [10, 2],
      asks: [10, 2],
      card: [21, 3],
      yes: [18, 3],
      document: [26, 4],
      password: [41, 4],
      hangsUp: [1, 1],
      workers: [6, 1],
      whole: [141, 21],
    },
    'by SMS': {
      asks: [9, 2],
      card: [21, 3],
      yes: [17, 3],
      document: [26, 4],
      password: [41, 4],
      workers: [8, 3],
      whole: [122, 19],
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
