import type { Logger } from 'pino';
import { loggedError } from '../loggedError.ts';
import type { EntityManager } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { instant, seconds } from '../time.ts';
import type { Delta, SharedCounts, Total } from './sharedCounts.ts';

/** The rows of one statement. Databases limit its parameters, so the rest goes with the next one. */
const mostAtOnce = 5000;
const columns = ['id', 'subject', 'begun', 'until', 'count'];
const every = 1 * seconds;

type CountExchangeDependencies = {
  store: Store;
  counts: SharedCounts;
  /** A table with `id` (its key), `subject`, `begun`, `until` and `count`. */
  table: string;
  log: Logger;
};

/** Once a second tells the other processes what was counted here, and learns their counts, in one statement. */
export class CountExchange {
  readonly #parts: CountExchangeDependencies;
  #isBusy = false;

  constructor(parts: CountExchangeDependencies) {
    this.#parts = parts;
  }

  /** Starts the exchange. Its timer does not keep the process alive. @returns a function that stops it */
  start(): () => void {
    const timer = setInterval(() => void this.round(), every).unref();
    return () => clearInterval(timer);
  }

  /**
   * Notes something that may happen only once over all processes.
   * @param options `begun` is when it became possible, `until` when it no longer is, in milliseconds
   * @returns whether this is the first time
   */
  async first(subject: string, { begun, until }: { begun: number; until: number }): Promise<boolean> {
    const { store, table } = this.#parts;
    const once = [{ subject, begun, until, count: 1 }];
    const [total] = await store.transaction([], (manager) => exchange(manager, table, once));
    return total?.count === 1;
  }

  /** Exchanges the counts once. It never rejects: while the database is away, each process counts alone. */
  async round(): Promise<void> {
    const { store, counts, table, log } = this.#parts;
    // All processes write rows in the same order, since two that lock them in different orders would wait for each
    // other.
    const deltas = counts.deltas().slice(0, mostAtOnce).sort(bySubject);
    if (this.#isBusy || deltas.length === 0) return;
    this.#isBusy = true;
    try {
      const told = store.transaction([], (manager) => exchange(manager, table, deltas));
      counts.learn(deltas, await told);
    } catch (error) {
      log.warn({ err: loggedError(error) }, 'the counts could not be shared with the other processes');
    } finally {
      this.#isBusy = false;
    }
  }
}

function bySubject(one: Delta, other: Delta): number {
  return one.subject < other.subject ? -1 : 1;
}

async function exchange(manager: EntityManager, table: string, deltas: readonly Delta[]): Promise<Total[]> {
  const { driver } = manager.connection;
  const values = deltas.flatMap(({ subject, begun, until, count }) => [
    `${subject} ${begun}`,
    subject,
    instant(new Date(begun)),
    instant(new Date(until)),
    count,
  ]);
  const places = values.map((_, place) => driver.createParameter(`p${place}`, place));
  const rows = deltas.map(
    (_, row) => `(${places.slice(row * columns.length, (row + 1) * columns.length).join(', ')})`,
  );
  const totals: { subject: string; begun: string; count: number }[] = await manager.query(
    `INSERT INTO ${table} (${columns}) VALUES ${rows.join(', ')}
     ON CONFLICT (id) DO UPDATE SET count = ${table}.count + excluded.count
     RETURNING subject, begun, count`,
    values,
  );
  return totals.map(({ subject, begun, count }) => ({ subject, begun: Date.parse(begun), count }));
}
