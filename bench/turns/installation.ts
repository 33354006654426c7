import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import type * as Made from './madeCustomers.ts';
import type { MadeCard } from './madeCustomers.ts';
import type { Program } from './measuredServer.ts';

const ours = resolve(import.meta.dirname, '../..');

/** What is asked over everybody is counted, and never too much: by default that is made for a small bank. */
const limitsOfABank = {
  LIMIT_POLLS: '120 1200 9999999',
  LIMIT_POSTS: '60 600 9999999',
  LIMIT_CONVERSATIONS: '30 9999999',
  PROOF_OF_WORK_ABOVE: '9999999',
};

/** A folder with a made-up bank in it, on a disk: a commit has to reach one. */
export class MeasuredInstallation {
  readonly folder = mkdtempSync(join(tmpdir(), 'thawline-bench-'));
  readonly databaseUrl: string;
  readonly #checkout: string;
  readonly #cards: MadeCard[] = [];
  #given = 0;

  private constructor(databaseUrl: string | undefined, checkout: string) {
    this.#checkout = checkout;
    this.databaseUrl = databaseUrl ?? `sqlite:${join(this.folder, 'data/thawline.db')}`;
  }

  /**
   * @param databaseUrl an empty database; a file of SQLite in the folder where none is given
   * @param checkout another copy of the project, which makes the database and runs the service
   */
  static async made(
    cards: number,
    { databaseUrl, checkout = ours }: { databaseUrl?: string; checkout?: string } = {},
  ): Promise<MeasuredInstallation> {
    const installation = new MeasuredInstallation(databaseUrl, checkout);
    mkdirSync(join(installation.folder, 'data'), { mode: 0o700 });
    const { makeCustomers }: typeof Made = await import(resolve(checkout, 'bench/turns/madeCustomers.ts'));
    installation.#cards.push(...(await makeCustomers(installation, cards)));
    return installation;
  }

  get keysFile(): string {
    return join(this.folder, 'data/keys.json');
  }

  /** Thawline as `npm start` runs it outside production, with every limit on; each customer comes through a proxy. */
  get program(): Program {
    const { databaseUrl: DATABASE_URL, keysFile: KEYS_FILE, folder } = this;
    const settings = { ...limitsOfABank, TRUSTED_PROXIES: '127.0.0.1', DATABASE_URL, KEYS_FILE };
    return { program: resolve(this.#checkout, 'bot/main.ts'), folder, settings };
  }

  /** The next card that nobody has unfrozen yet. @throws Error where none is left */
  nextCard(): MadeCard {
    const card = this.#cards[this.#given++];
    if (!card) throw new Error('every made-up card is used up: --cards takes more');
    return card;
  }

  /** What was counted of queries until now is forgotten: the limit over everybody is made for a small bank. */
  async forgetQueries(): Promise<void> {
    const { databaseUrl: url } = this;
    const database = new DataSource(
      url.startsWith('sqlite:')
        ? { type: 'better-sqlite3', database: url.slice('sqlite:'.length) }
        : { type: 'postgres', url },
    );
    await database.initialize();
    await database.query('DELETE FROM query_counts');
    await database.destroy();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
