import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';

/** The parts of a better-sqlite3 connection that are used here. */
type Statement = {
  reader: boolean;
  all(...values: unknown[]): Record<string, unknown>[];
  run(...values: unknown[]): { changes: number; lastInsertRowid: number | bigint };
};
type Connection = { prepare(text: string): Statement };

/** More than there are different ones in a turn and in what the bank's side does for it. */
const mostStatements = 500;

/**
 * Runs every statement of a SQLite database on its one connection at once. TypeORM tells its subscribers of each statement,
 * before and after, and waits for them. There are none here, and that takes as long as many of the statements do.
 */
export function queryAtOnce(dataSource: DataSource): void {
  const { databaseConnection } = dataSource.driver as unknown as { databaseConnection: Connection };
  const statements = new Statements(databaseConnection);
  // The driver has one runner, as it has one connection.
  const runner = dataSource.createQueryRunner();
  const runs = (text: string, parameters: readonly unknown[]) => {
    const values = parameters.map((value) => (typeof value === 'boolean' ? Number(value) : value));
    dataSource.logger.logQuery(text, values, runner);
    try {
      return run(statements.of(text), values);
    } catch (error) {
      throw new QueryFailedError(text, values, error as Error);
    }
  };
  runners.set(dataSource, runs);
  Object.assign(runner, {
    async query(text: string, parameters: readonly unknown[] = [], isStructured = false) {
      const result = runs(text, parameters);
      return isStructured ? result : result.raw;
    },
  });
}

const runners = new WeakMap<DataSource, (text: string, parameters: readonly unknown[]) => unknown>();

/** Runs statements one after the other, without a promise for each. */
export function runEach(
  { connection }: EntityManager,
  statements: Iterable<{ text: string; values: readonly unknown[] }>,
): void {
  const runs = runners.get(connection);
  if (!runs) throw new Error('not a database that queries at once');
  for (const { text, values } of statements) runs(text, values);
}

/** In the form of TypeORM's own results. */
function run(statement: Statement, values: unknown[]) {
  if (!statement.reader) {
    const { changes, lastInsertRowid } = statement.run(...values);
    return { raw: lastInsertRowid, affected: changes, records: [] };
  }
  const records = statement.all(...values);
  return { raw: records, records };
}

/** Prepared statements by their text. One that is used again and again stays, however many come only once. */
class Statements {
  readonly #connection: Connection;
  #lately = new Map<string, Statement>();
  #before: ReadonlyMap<string, Statement> = new Map();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  of(text: string): Statement {
    const known = this.#lately.get(text);
    if (known) return known;
    const statement = this.#before.get(text) ?? this.#connection.prepare(text);
    if (this.#lately.size >= mostStatements) {
      this.#before = this.#lately;
      this.#lately = new Map();
    }
    this.#lately.set(text, statement);
    return statement;
  }
}
