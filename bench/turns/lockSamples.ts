import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { advisoryLocks } from '../../kit/store/lock.ts';
import { locks } from '../../services/tables/locks.ts';

/** The locks of the bank's side that all customers share, as PostgreSQL names them; any other counts as one customer's own. */
const ofEverybody = new Set(
  Object.values(locks)
    .flatMap((one) => (typeof one === 'object' ? [one] : []))
    .map((one) => {
      const [{ number = 0n } = {}] = advisoryLocks([one]);
      const bits = BigInt.asUintN(64, number);
      return `${bits >> 32n}.${BigInt.asUintN(32, bits)}`;
    }),
);

type Seen = { held: Map<string, number>; waiting: number; samples: number };

/** Looks every so often at the locks of a database: which one transaction has alone, and how many wait for any. */
export class LockSamples {
  readonly #client: pg.Client;
  readonly #over = new AbortController();
  readonly #looking: Promise<void>;
  readonly #seen: Seen = { held: new Map(), waiting: 0, samples: 0 };

  private constructor(client: pg.Client, every: number) {
    this.#client = client;
    this.#looking = this.#looks(every);
  }

  static async begun(databaseUrl: string, every = 25): Promise<LockSamples> {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    return new LockSamples(client, every);
  }

  async #looks(every: number): Promise<void> {
    while (!this.#over.signal.aborted) {
      await this.#look();
      await setTimeout(every);
    }
  }

  async #look(): Promise<void> {
    const { rows } = await this.#client.query(
      `SELECT count(*) FILTER (WHERE NOT granted) AS waiting, array_agg(concat(classid, '.', objid))
        FILTER (WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted) AS held
      FROM pg_locks WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())
        OR locktype = 'transactionid'`,
    );
    const { held, waiting } = rows[0] as { held: string[] | null; waiting: string };
    this.#seen.samples++;
    for (const lock of held ?? []) this.#seen.held.set(lock, (this.#seen.held.get(lock) ?? 0) + 1);
    this.#seen.waiting += Number(waiting);
  }

  /**
   * @returns in what share of the looks that advisory lock was held alone which was held most often, of those of everybody and
   * of one customer's own, and how many waited for a lock on average
   */
  async ended(): Promise<{ heldMost: number; ownHeldMost: number; waiting: number }> {
    this.#over.abort();
    await this.#looking;
    await this.#client.end();
    const samples = Math.max(1, this.#seen.samples);
    const most = (isOfEverybody: boolean) => {
      const held = [...this.#seen.held].filter(([one]) => ofEverybody.has(one) === isOfEverybody);
      return Math.max(0, ...held.map(([, looks]) => looks)) / samples;
    };
    return {
      heldMost: most(true),
      ownHeldMost: most(false),
      waiting: this.#seen.waiting / samples,
    };
  }
}
