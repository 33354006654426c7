/** `npm run test:long` sets it: the same promises at full counts. */
export const isLong = process.env.TEST_LONG === 'on';

/**
 * How often what is repeated is repeated: kills a database at least, restarts of PostgreSQL under load, random
 * values a rule where a test says nothing else, conversations of the random walk, and rows of the longest import.
 */
export const counts = isLong
  ? { kills: 200, databaseRestarts: 20, randomRuns: 2_000, conversations: 10_000, importedRows: 50_000 }
  : { kills: 20, databaseRestarts: 3, randomRuns: 100, conversations: 200, importedRows: 5_000 };

/** How the bot and the bank's side run, and on what: each pair in the long run, otherwise each once. */
export const surroundings = isLong
  ? ([
      ['in one process', 'SQLite'],
      ['in one process', 'PostgreSQL'],
      ['in two processes', 'SQLite'],
      ['in two processes', 'PostgreSQL'],
    ] as const)
  : ([
      ['in one process', 'SQLite'],
      ['in two processes', 'PostgreSQL'],
    ] as const);
