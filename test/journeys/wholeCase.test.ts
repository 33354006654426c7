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
      begins: [13, 2],
      asks: [13, 2],
      card: [28, 4],
      yes: [26, 3],
      document: [30, 4],
      password: [49, 5],
      workers: [8, 2],
      whole: [167, 22],
    },
    'on the telephone': {
      begins: [8, 1],
      language: [10, 2],
      asks: [10, 2],
      card: [24, 4],
      yes: [22, 3],
      document: [26, 4],
      password: [45, 5],
      hangsUp: [1, 1],
      workers: [8, 2],
      whole: [154, 24],
    },
    'by SMS': {
      asks: [9, 2],
      card: [24, 4],
      yes: [21, 3],
      document: [26, 4],
      password: [45, 5],
      workers: [17, 8],
      whole: [142, 26],
    },
  },
  PostgreSQL: {
    'in web chat': {
      begins: [15, 2],
      asks: [15, 2],
      card: [33, 4],
      yes: [30, 3],
      document: [34, 4],
      password: [55, 5],
      workers: [12, 2],
      whole: [194, 22],
    },
    'on the telephone': {
      begins: [9, 1],
      language: [12, 2],
      asks: [12, 2],
      card: [29, 4],
      yes: [26, 3],
      document: [30, 4],
      password: [51, 5],
      hangsUp: [1, 1],
      workers: [12, 2],
      whole: [182, 24],
    },
    'by SMS': {
      asks: [11, 2],
      card: [29, 4],
      yes: [25, 3],
      document: [30, 4],
      password: [51, 5],
      workers: [27, 8],
      whole: [173, 26],
    },
  },
};

describe('what a whole case asks of the database', function () {
  for (const database of databasesOf(this.file ?? '')) {
    for (const [where, expected] of Object.entries(pinned[database])) {
      it(`is pinned step by step ${where}, on ${database}`, async () => {
        const costs: Costs = await wholeCases[where as keyof typeof wholeCases](databases[database]);
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
