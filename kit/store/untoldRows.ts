import type { Logger } from 'pino';
import type { EntitySchema, FindOptionsOrder, FindOptionsWhere } from 'typeorm';
import { UnfreezeError } from '../errors.ts';
import { loggedError } from '../loggedError.ts';
import { Rounds } from '../rounds.ts';
import { type Instant, minutes } from '../time.ts';
import type { Store } from './store.ts';

/** A row that another service has not been told of yet. */
export type UntoldRow = { id: string; at: Instant };

type UntoldRowsDependencies<Row extends UntoldRow> = {
  store: Store;
  rows: EntitySchema<Row>;
  /** @throws UnfreezeError `messageInvalid` where it can never be taken: it is logged and forgotten */
  tell: (row: Row) => Promise<unknown>;
  log: Logger;
  /** What the log says while nothing can be told, and of a row that can never be. */
  words: { trouble: string; refused: string };
};

/**
 * Rows that another service is told of, the oldest first: each is written down before it is told, and forgotten after it, so
 * that it is told at least once, however long that service is away and whatever restarts meanwhile.
 */
export class UntoldRows<Row extends UntoldRow> {
  readonly #parts: UntoldRowsDependencies<Row>;
  readonly #telling: Rounds;

  constructor(parts: UntoldRowsDependencies<Row>) {
    this.#parts = parts;
    const { log, words } = parts;
    const work = () => this.#tellAll();
    this.#telling = new Rounds({ work, every: 1 * minutes, log, trouble: words.trouble });
  }

  /** Tells all that is untold. Never rejects. */
  tell(): Promise<void> {
    return this.#telling.now();
  }

  /** Tells now, and every minute what could not be told. @returns what ends that */
  keepTelling(): () => void {
    return this.#telling.start();
  }

  async #tellAll(): Promise<void> {
    for (let row = await this.#oldest(); row; row = await this.#oldest()) {
      try {
        await this.#parts.tell(row);
      } catch (error) {
        // What can never be taken must not keep the others waiting.
        if (!(error instanceof UnfreezeError) || error.code !== 'messageInvalid') throw error;
        this.#parts.log.error({ err: loggedError(error), note: row.id }, this.#parts.words.refused);
      }
      await this.#forget(row);
    }
  }

  async #oldest(): Promise<Row | undefined> {
    const { store, rows } = this.#parts;
    const order = { at: 'ASC', id: 'ASC' } as FindOptionsOrder<Row>;
    const [row] = await store.read((manager) => manager.find(rows, { order, take: 1 }));
    return row;
  }

  /** A row that was written anew while it was told stays: all of its columns are compared. */
  #forget(row: Row): Promise<unknown> {
    const { store, rows } = this.#parts;
    return store.transaction([], (manager) => manager.delete(rows, row as FindOptionsWhere<Row>));
  }
}
