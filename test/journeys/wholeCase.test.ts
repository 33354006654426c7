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
      card: [25, 3],
      yes: [22, 3],
      document: [30, 4],
      password: [45, 4],
      workers: [7, 2],
      whole: [155, 20],
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
      workers: [7, 2],
      whole: [142, 22],
    },
    'by SMS': {
      asks: [9, 2],
      card: [21, 3],
      yes: [17, 3],
      document: [26, 4],
      password: [41, 4],
      workers: [16, 8],
      whole: [130, 24],
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
      workers: [7, 2],
      whole: [155, 20],
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
      workers: [7, 2],
      whole: [142, 22],
    },
    'by SMS': {
      asks: [9, 2],
      card: [21, 3],
      yes: [17, 3],
      document: [26, 4],
      password: [41, 4],
      workers: [16, 8],
      whole: [130, 24],
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
