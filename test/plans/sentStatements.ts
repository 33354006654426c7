import { createRequire } from 'node:module';

/** All that is used here of the libraries that TypeORM drives. */
type SqliteStatement = { source: string };
type SqliteConnection = { prepare(sql: string): SqliteStatement; close(): void };
type PostgresDriver = { Query: { prototype: { text?: unknown; submit(...given: []): unknown } } };

const require = createRequire(import.meta.url);
const ways = ['run', 'all', 'get', 'iterate'];

/** The statements that whatever store of this process is sent while something is done, each once. */
export async function statementsSent(work: () => Promise<unknown>): Promise<Set<string>> {
  const sent = new Set<string>();
  const stops = [followSqlite(sent), followPostgres(sent)];
  try {
    await work();
  } finally {
    for (const stop of stops) stop();
  }
  return sent;
}

function followSqlite(sent: Set<string>): () => void {
  const Database: new (file: string) => SqliteConnection = require('better-sqlite3');
  const some = new Database(':memory:');
  const prototype: object = Object.getPrototypeOf(some.prepare('SELECT 1'));
  some.close();
  const before = new Map(ways.map((way) => [way, Reflect.get(prototype, way) as () => unknown]));
  for (const [way, execute] of before) {
    Reflect.set(prototype, way, function (this: SqliteStatement, ...given: []) {
      sent.add(this.source);
      return execute.apply(this, given);
    });
  }
  return () => {
    for (const [way, execute] of before) Reflect.set(prototype, way, execute);
  };
}

function followPostgres(sent: Set<string>): () => void {
  const { Query }: PostgresDriver = require('pg');
  const { submit } = Query.prototype;
  Query.prototype.submit = function (...given: []) {
    if (typeof this.text === 'string') sent.add(this.text);
    return submit.apply(this, given);
  };
  return () => {
    Query.prototype.submit = submit;
  };
}
