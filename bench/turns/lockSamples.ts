import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

type Seen = { advisory: number; waiting: number; samples: number };

/** Looks every so often at the locks of a database: whether one over everything is held, and how many wait for any. */
export class LockSamples {
  readonly #client: pg.Client;
  readonly #over = new AbortController();
  readonly #looking: Promise<void>;
  readonly #seen: Seen = { advisory: 0, waiting: 0, samples: 0 };

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
      `SELECT count(*) FILTER (WHERE locktype = 'advisory' AND granted) > 0 AS advisory,
        count(*) FILTER (WHERE NOT granted) AS waiting
      FROM pg_locks WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())
        OR locktype = 'transactionid'`,
    );
    this.#seen.samples++;
    if (rows[0].advisory) this.#seen.advisory++;
    this.#seen.waiting += Number(rows[0].waiting);
  }

  /** @returns in what share of the looks an advisory lock was held, and how many waited for a lock on average */
  async ended(): Promise<{ advisory: number; waiting: number }> {
    this.#over.abort();
    await this.#looking;
    await this.#client.end();
    const samples = Math.max(1, this.#seen.samples);
    return { advisory: this.#seen.advisory / samples, waiting: this.#seen.waiting / samples };
  }
}
