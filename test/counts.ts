/** `npm run test:long` sets it: the same promises at full counts. */
export const isLong = process.env.TEST_LONG === 'on';

/**
 * How often what is repeated is repeated: kills a database at least, restarts of PostgreSQL under load, and random
 * values a rule where a test says nothing else.
 */
export const counts = isLong
  ? { kills: 200, databaseRestarts: 20, randomRuns: 2_000 }
  : { kills: 20, databaseRestarts: 3, randomRuns: 100 };
