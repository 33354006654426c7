import type { Logger } from 'pino';
import { loggedError } from './loggedError.ts';

type RoundsDependencies = {
  /** The work of one round. If it rejects, that is logged and the next round comes as usual. */
  work: () => Promise<unknown>;
  /** Milliseconds between the starts of two rounds. A second round never runs beside a long one. */
  every: number;
  log: Pick<Logger, 'error'>;
  /** The log line about a round that failed. */
  trouble: string;
};

/** Work that repeats, one round at a time. Its timer does not keep the process alive. */
export class Rounds {
  readonly #parts: RoundsDependencies;
  #underWay: Promise<void> | undefined;
  #lastTrouble: string | undefined;

  constructor(parts: RoundsDependencies) {
    this.#parts = parts;
  }

  /** Runs a round, or waits for the one that is running. Never rejects. */
  now(): Promise<void> {
    this.#underWay ??= this.#round().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  /** Waits for a running round and then runs another one, so that whatever came during the first is done too. */
  async last(): Promise<void> {
    await this.#underWay;
    await this.now();
  }

  /** Runs a round now and further ones in their time. @returns a function that stops them */
  start(): () => void {
    void this.now();
    return this.startLater();
  }

  /** Runs the first round after one pause. @returns a function that stops the rounds */
  startLater(): () => void {
    const timer = setInterval(() => void this.now(), this.#parts.every).unref();
    return () => clearInterval(timer);
  }

  /** A failure that lasts is logged once, so that a night without the database leaves a readable log. */
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
