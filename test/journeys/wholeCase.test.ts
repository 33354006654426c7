import assert from 'node:assert/strict';
import { type DatabaseName, databases, databasesOf } from '../databases/databases.ts';
import { sumOf } from './costOf.ts';
import { type Costs, wholeCases } from './wholeCases.ts';

/** Statements and commits of a step, and the round trips where another machine may have the database. */
type Pinned = Record<string, readonly [statements: number, commits: number, trips?: number]>;

/** What each step costs today, both halves of the product together. Whoever makes one cheaper pins that here. */
const pinned: Record<DatabaseName, Record<keyof typeof wholeCases, Pinned>> = {
  SQLite: {
    'in web chat': {
      begins: [7, 1],
      asks: [7, 1],
      card: [15, 1],
      yes: [15, 1],
      document: [17, 1],
      password: [31, 2],
      workers: [6, 1],
      whole: [98, 8],
    },
    'on the telephone': {
      begins: [5, 1],
      language: [6, 1],
      asks: [6, 1],
      card: [13, 1],
      yes: [13, 1],
      document: [15, 1],
      password: [28, 2],
      hangsUp: [1, 1],
      workers: [6, 1],
      whole: [93, 10],
    },
    'by SMS': {
      asks: [6, 1],
      card: [15, 2],
      yes: [13, 1],
      document: [17, 2],
      password: [29, 3],
      workers: [8, 3],
      whole: [88, 12],
    },
  },
  PostgreSQL: {
    'in web chat': {
      begins: [8, 2, 4],
      asks: [9, 2, 4],
      card: [18, 3, 7],
      yes: [17, 3, 8],
      document: [19, 3, 8],
      password: [31, 4, 12],
      workers: [6, 1, 8],
      whole: [108, 18, 51],
    },
    'on the telephone': {
      begins: [6, 1, 3],
      language: [8, 2, 5],
      asks: [8, 2, 5],
      card: [16, 3, 7],
      yes: [15, 3, 8],
      document: [17, 3, 8],
      password: [29, 4, 12],
      hangsUp: [1, 1, 1],
      workers: [6, 1, 8],
      whole: [106, 20, 57],
    },
    'by SMS': {
      asks: [8, 2, 5],
      card: [17, 3, 7],
      yes: [15, 3, 8],
      document: [18, 3, 8],
      password: [30, 4, 12],
      workers: [8, 3, 11],
      whole: [96, 18, 51],
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
        const isFar = database === 'PostgreSQL';
        const asked = Object.entries(all).map(([step, { statements, commits, trips }]) => [
          step,
          [statements, commits, ...(isFar ? [trips] : [])],
        ]);
        assert.deepEqual(Object.fromEntries(asked), expected);
      });
    }
  }
});
