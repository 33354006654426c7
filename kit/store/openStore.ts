import { UnfreezeError } from '../errors.ts';
import { seconds } from '../time.ts';
import { openPostgres } from './openPostgres.ts';
import { openSqlite } from './openSqlite.ts';
import { isHeldByAnother, isPassing } from './postgresErrors.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

/** How long and how often a start waits for a database that is not up yet. */
export type WaitingForDatabase = {
  /** The longest wait, in milliseconds. */
  patience: number;
  pause: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds of a clock that nobody sets. */
  ticks: () => number;
  /** Is told, before each wait, why. */
  says: (reason: string) => void;
};

const pauseBetween = 2 * seconds;

/**
 * Opens the database of a `DATABASE_URL`.
 * @param waiting where it may not be up yet; else the first failure is the last
 * @throws UnfreezeError `storeUnavailable`, `settingsInvalid`
 */
export async function openStore(
  databaseUrl: string,
  schemas: Schema[],
  waiting?: WaitingForDatabase,
): Promise<Store> {
  if (databaseUrl.startsWith('sqlite:')) return openSqlite(databaseUrl.slice('sqlite:'.length), schemas);
  const deadline = waiting && waiting.ticks() + waiting.patience;
  for (;;) {
    try {
      return await openPostgres(databaseUrl, schemas);
    } catch (error) {
      const left = waiting && deadline !== undefined ? deadline - waiting.ticks() : 0;
      if (!waiting || left <= 0 || !isNotUpYet(error)) throw error;
      waiting.says(error.message);
      await waiting.pause(Math.min(pauseBetween, left));
    }
  }
}

/**
 * Only these errors are worth another try: a wrong address, password or table stays wrong, but another process finishes
 * making the tables.
 */
function isNotUpYet(error: unknown): error is UnfreezeError {
  if (!(error instanceof UnfreezeError) || !error.cause) return false;
  return isPassing(error.cause) || isHeldByAnother(error.cause);
}
