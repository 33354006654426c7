import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { seconds } from '../../kit/time.ts';
import { bankBase } from '../../services/bankApi/addresses.ts';
import { ServiceProcess, type Settings } from '../journeys/serviceProcess.ts';
import type { KillPoint } from './crossings.ts';
import { type Crossing, readCrossings } from './readCrossings.ts';

const token = 'only-for-tests-and-long-enough-for-it';

/** `npm run start:processor` as a process that dies where it is told to, and as those see it who post to it. */
export class MortalBank {
  /** How many requests have got no answer so far. */
  lost = 0;
  /** How often it was started so far. */
  starts = 0;
  readonly #process: ServiceProcess;
  readonly #settings: Settings;
  readonly #crossings: string;
  #back = Promise.withResolvers<void>();

  /** @param folder where it runs and keeps its keys */
  constructor(folder: string, databaseUrl: string) {
    this.#crossings = join(folder, 'crossings');
    this.#settings = {
      DATABASE_URL: databaseUrl,
      PROCESSOR_TOKEN: token,
      LOG_LEVEL: 'warn',
      CROSSINGS_FILE: this.#crossings,
    };
    this.#process = new ServiceProcess({
      folder,
      program: 'services/main.ts',
      ready: /^Thawline's processor is ready: (\S+)\n/,
      preload: 'test/kills/crossings.ts',
    });
  }

  /** How far the clock of the process is ahead: with each start by as long as lost work is waited for. */
  get clockAhead(): number {
    return this.starts * 31 * seconds;
  }

  /** What it has logged as a warning or worse. */
  get log(): string {
    return this.#process.log;
  }

  async up(): Promise<void> {
    rmSync(this.#crossings, { force: true });
    this.starts++;
    const { port } = this.#process;
    await this.#process.up({
      ...this.#settings,
      PROCESSOR_PORT: port,
      SECURE_FORM_PORT: '0',
      CLOCK_AHEAD: String(this.clockAhead),
    });
    this.#back.resolve();
  }

  /** Lets the bank die at this point. What is posted then waits until the bank is up again. */
  async willDieAt(point: KillPoint): Promise<void> {
    this.#back = Promise.withResolvers();
    await this.#process.tell(point);
  }

  /** Resolves when it has been killed. */
  async killed(): Promise<void> {
    const signal = await this.#process.ended();
    if (signal !== 'SIGKILL') throw new Error(`the bank’s side ended by itself (${signal}):\n${this.log}`);
  }

  async close(): Promise<void> {
    await this.#process.end('SIGKILL');
  }

  /** What its POSTs have crossed since it was started. */
  crossed(): Crossing[] {
    return readCrossings(this.#crossings);
  }

  /** Posts as the bot does: what got no answer is asked again under the same key, as soon as the bank is back. */
  async post(path: string, message: object): Promise<unknown> {
    const key = randomUUID();
    for (;;) {
      const answer = await this.#try(path, message, key);
      if (answer) return answer.body;
      this.lost++;
      await this.#back.promise;
    }
  }

  async #try(path: string, message: object, key: string): Promise<{ body: unknown } | undefined> {
    const request = {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
      },
      body: JSON.stringify(message),
    };
    let status: number;
    let body: unknown;
    try {
      const response = await fetch(`${this.#process.url}${bankBase}/${path}`, request);
      status = response.status;
      body = await response.json();
    } catch {
      return undefined;
    }
    if (status !== 200) throw new Error(`${path} was refused with ${status} ${JSON.stringify(body)}`);
    return { body };
  }
}
