import { thisRun } from './runs/thisRun.ts';

/** `npm run test:long`: the same promises at full counts. */
export const isLong = thisRun === 'long';

/** `npm test` and `npm run test:unit`: the same promises, a few times each. */
export const isShort = thisRun === 'quick' || thisRun === 'unit';

/**
 * How often what is repeated is repeated: kills a database at least, restarts of PostgreSQL under load, random
 * values a rule where a test says nothing else, conversations of the random walk, rows of the longest import, and customers of
 * many processes at once.
 */
type Counts = Record<
  'kills' | 'databaseRestarts' | 'randomRuns' | 'conversations' | 'importedRows' | 'fleetCustomers',
  number
>;
const usual: Counts = {
  kills: 20,
  databaseRestarts: 3,
  randomRuns: 100,
  conversations: 200,
  importedRows: 5_000,
  fleetCustomers: 400,
};
const long: Counts = {
  kills: 200,
  databaseRestarts: 20,
  randomRuns: 2_000,
  conversations: 10_000,
  importedRows: 50_000,
  fleetCustomers: 1_000,
};
const short: Counts = { ...usual, kills: 4, conversations: 50 };

export const counts = isLong ? long : isShort ? short : usual;

const everySurrounding = [
  ['in one process', 'SQLite'],
  ['in one process', 'PostgreSQL'],
  ['in two processes', 'SQLite'],
  ['in two processes', 'PostgreSQL'],
] as const;
const eachOnce = [
  ['in one process', 'SQLite'],
  ['in two processes', 'PostgreSQL'],
] as const;

/** How the bot and the bank's side run, and on what: each pair in the long run, one in a short one, otherwise each once. */
export const surroundings = isLong ? everySurrounding : isShort ? eachOnce.slice(0, 1) : eachOnce;
