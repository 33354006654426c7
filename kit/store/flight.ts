import pg from 'pg';

/** The part of a connection of `pg` that is used here. */
type Connection = Parameters<pg.Query['submit']>[0] & {
  submittedNamedStatements: Record<string, string>;
};
/** The part of a query of `pg` that its connection calls. */
type SentQuery = {
  readonly name?: string;
  readonly text: string;
  callback: (error: Error | null, result?: unknown) => void;
  submit(connection: object): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: unknown): void;
  handleReadyForQuery(connection: unknown): void;
};

/** A statement with its place to go to. */
export type FlyingStatement = {
  name: string | undefined;
  text: string;
  values: readonly unknown[];
  lands: (error: Error | null, result?: unknown) => void;
};

/** The errors that the database itself has told of a statement before the last one, which it therefore has not begun. */
const beforeTheLast = new WeakSet<object>();

/** Whether the error says that the last statement of its flight was never begun. */
export function isBeforeTheLast(error: unknown): boolean {
  return typeof error === 'object' && error !== null && beforeTheLast.has(error);
}

/**
 * Statements that go to the database in one round trip. They have one Sync, at their end (PostgreSQL manual, section 55.2.4):
 * after one that fails the database begins none of the others, so that nothing is done outside of a transaction that could
 * not be begun, and nothing is committed that lacks a part.
 */
export class Flight {
  /** Is called with the end of all. The connection replaces it by one that also ends its timer. */
  callback: (error?: Error | null) => void;
  readonly #queries: SentQuery[];
  #connection: Connection | undefined;
  #done = 0;
  #isOver = false;

  constructor(statements: readonly FlyingStatement[]) {
    this.#queries = statements.map(({ name, text, values, lands }) => {
      const config = {
        text,
        values: [...values],
        queryMode: 'extended',
        ...(name !== undefined && { name }),
      };
      return Reflect.construct(pg.Query, [config, lands]) as unknown as SentQuery;
    });
    this.callback = (error) => this.#ends(error ?? undefined);
  }

  /** What the connection notes as parsed when the database has said so. */
  get name(): string | undefined {
    return this.#queries[this.#done]?.name;
  }

  get text(): string | undefined {
    return this.#queries[this.#done]?.text;
  }

  submit(connection: Connection): null {
    this.#connection = connection;
    const withoutSync = Object.create(connection, { sync: { value: () => {} } });
    connection.stream.cork();
    try {
      for (const query of this.#queries) {
        let failure: unknown;
        const { callback } = query;
        query.callback = (error) => {
          failure = error;
        };
        failure = query.submit(withoutSync) ?? failure;
        query.callback = callback;
        // What cannot be sent whole is not sent on: nothing behind it may be done without it.
        if (failure) {
          connection.stream.destroy(failure as Error);
          return null;
        }
      }
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  handleRowDescription(message: unknown): void {
    this.#queries[this.#done]?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.#queries[this.#done]?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: unknown): void {
    this.#queries[this.#done]?.handleCommandComplete(message, connection);
    this.#done += 1;
  }

  handleEmptyQuery(): void {
    this.#done += 1;
  }

  handleReadyForQuery(): void {
    this.callback();
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  #ends(error: Error | undefined): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const isTold = (error as { severity?: string } | undefined)?.severity === 'ERROR';
    if (error && isTold && this.#done < this.#queries.length - 1) beforeTheLast.add(error);
    for (const [place, query] of this.#queries.entries()) {
      if (place < this.#done) query.handleReadyForQuery(this.#connection);
      else this.#fails(query, error ?? new Error('the database did not answer a statement'));
    }
  }

  /** One that the database passed over was not parsed either. */
  #fails({ name, callback }: SentQuery, error: Error): void {
    if (name !== undefined) delete this.#connection?.submittedNamedStatements[name];
    callback(error);
  }
}
