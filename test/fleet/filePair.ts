import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type MadeCard, makeCustomers } from '../../bench/turns/madeCustomers.ts';
import { freePort } from '../databases/cluster.ts';
import { ServiceProcess } from '../journeys/serviceProcess.ts';
import { RoundRobin } from './roundRobin.ts';

/** The version that runs: the one before, or the present one. */
type Which = 'before' | 'present';

/** The steps at which the other version takes over, so that each meets what the other has begun. */
const takesOverAt: readonly number[] = [2, 4];

/** The version before and the present one, one after the other on one SQLite file and under one address. */
export class FilePair {
  readonly card: MadeCard;
  /** What has run so far, in its order. */
  readonly ran: Which[] = [];
  readonly #services: Record<Which, ServiceProcess>;
  readonly #databaseUrl: string;
  readonly #keysFile: string;
  #proxy: RoundRobin | undefined;
  #running: ServiceProcess | undefined;
  /** Where the one that runs is, by itself: what it says is the address of the proxy. */
  #address: string | undefined;
  #steps = 0;
  #changes: Promise<void> = Promise.resolve();

  private constructor(folder: string, before: string, card: MadeCard) {
    this.card = card;
    this.#databaseUrl = `sqlite:${join(folder, 'thawline.db')}`;
    this.#keysFile = join(folder, 'keys.json');
    const service = (program: string) =>
      new ServiceProcess({
        folder,
        program,
        ready: /^Thawline is ready\. Chat: (\S+)\/(?: Telephone: \S+)?\n/,
      });
    this.#services = { before: service(join(before, 'bot/start.ts')), present: service('bot/start.ts') };
  }

  /** @param before the folder where the version before is laid out; it runs first */
  static async on(folder: string, before: string): Promise<FilePair> {
    mkdirSync(folder);
    const place = {
      databaseUrl: `sqlite:${join(folder, 'thawline.db')}`,
      keysFile: join(folder, 'keys.json'),
    };
    const [card] = await makeCustomers(place, 1);
    if (!card) throw new Error('no card was made');
    const pair = new FilePair(folder, before, card);
    pair.#proxy = await RoundRobin.before(() => (pair.#address ? [pair.#address] : []));
    await pair.#runs('before');
    return pair;
  }

  get url(): string {
    return this.#proxy?.url ?? '';
  }

  /**
   * Takes the other version's turn where it is due. Is called at each step of the customer, who tries again while no
   * service is there.
   */
  takesTurns(): void {
    this.#steps += 1;
    if (!takesOverAt.includes(this.#steps)) return;
    const other = this.#steps === takesOverAt[0] ? 'present' : 'before';
    this.#changes = this.#changes.then(() => this.#runs(other));
  }

  /** Resolves when the last change is done. */
  idle(): Promise<void> {
    return this.#changes;
  }

  async close(): Promise<void> {
    await this.#changes.catch(() => {});
    await this.#running?.end('SIGKILL');
    this.#proxy?.close();
  }

  async #runs(which: Which): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#address = undefined;
    await running?.end('SIGTERM');
    const next = this.#services[which];
    const port = String(await freePort());
    await next.up({
      ...{ DATABASE_URL: this.#databaseUrl, KEYS_FILE: this.#keysFile, DEMO: 'off', LOG_LEVEL: 'warn' },
      ...{ PORT: port, PUBLIC_URL: this.url, TRUSTED_PROXIES: '127.0.0.1' },
    });
    this.#running = next;
    this.#address = `http://127.0.0.1:${port}`;
    this.ran.push(which);
  }
}
