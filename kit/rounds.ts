import type { Logger } from 'pino';
import { loggedError } from './loggedError.ts';

type Parts = {
  /** One round. What it rejects with is logged, and the next round comes all the same. */
  work: () => Promise<unknown>;
  /** Milliseconds between the beginnings of two rounds; a round that takes longer is not joined by a second one. */
  every: number;
  log: Pick<Logger, 'error'>;
  /** What the log says of a round that failed. */
  trouble: string;
};

/** Work that comes again and again, one round at a time. Its timer keeps no process alive. */
export class Rounds {
  readonly #parts: Parts;
  #underWay: Promise<void> | undefined;
  #lastTrouble: string | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Does a round; where one is under way, waits for that one. Never rejects. */
  now(): Promise<void> {
    this.#underWay ??= this.#round().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  /** Waits for a round that is under way and does another one: what came during the first is done as well. */
  async last(): Promise<void> {
    await this.#underWay;
    await this.now();
  }

  /** Does a round now, and the others in their time. @returns what ends that */
  start(): () => void {
    void this.now();
    return this.startLater();
  }

  /** Does the first round after the first pause. @returns what ends that */
  startLater(): () => void {
    const timer = setInterval(() => void this.now(), this.#parts.every).unref();
    return () => clearInterval(timer);
  }

  /** Trouble that lasts is said once, so that a database that is away for a night leaves a log that can be read. */
  async #round(): Promise<void> {
    const { work, log, trouble } = this.#parts;
    try {
      await work();
      this.#lastTrouble = undefined;
    } catch (error) {
      const { message } = error as Error;
      if (message !== this.#lastTrouble) log.error({ err: loggedError(error) }, trouble);
      this.#lastTrouble = message;
    }
  }
}
