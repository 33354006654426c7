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
      begins: [18, 3],
      asks: [18, 2],
      card: [33, 4],
      yes: [31, 3],
      document: [35, 4],
      password: [54, 5],
      workers: [8, 2],
      whole: [197, 23],
    },
    'on the telephone': {
      begins: [14, 2],
      language: [10, 2],
      asks: [10, 2],
      card: [24, 4],
      yes: [22, 3],
      document: [26, 4],
      password: [45, 5],
      hangsUp: [1, 1],
      workers: [8, 2],
      whole: [160, 25],
    },
    'by SMS': {
      asks: [13, 3],
      card: [27, 5],
      yes: [24, 4],
      document: [29, 5],
      password: [48, 6],
      workers: [17, 8],
      whole: [158, 31],
    },
  },
  PostgreSQL: {
    'in web chat': {
      begins: [21, 3],
      asks: [20, 2],
      card: [38, 4],
      yes: [35, 3],
      document: [39, 4],
      password: [60, 5],
      workers: [12, 2],
      whole: [225, 23],
    },
    'on the telephone': {
      begins: [15, 2],
      language: [12, 2],
      asks: [12, 2],
      card: [29, 4],
      yes: [26, 3],
      document: [30, 4],
      password: [51, 5],
      hangsUp: [2, 1],
      workers: [12, 2],
      whole: [189, 25],
    },
    'by SMS': {
      asks: [16, 3],
      card: [33, 5],
      yes: [29, 4],
      document: [34, 5],
      password: [55, 6],
      workers: [27, 8],
      whole: [194, 31],
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
