/**
 * Loaded with `--import` into a service whose statements are counted. It counts at the drivers, below whatever writes the
 * statements, so that it goes on counting when that changes.
 */
import { createRequire } from 'node:module';
import pg from 'pg';
import { counted } from './usage.ts';

type Count = 'statements' | 'transactions' | 'commits';
const count = (what: Count) => {
  counted[what] = (counted[what] ?? 0) + 1;
};

const begins = /^\s*(BEGIN|START TRANSACTION)/i;
const ends = /^\s*(COMMIT|END)/i;
const isNoWork = /^\s*(ROLLBACK|SAVEPOINT|RELEASE|PRAGMA|SET|SHOW|LISTEN|SELECT pg_advisory)/i;
const writes = /^\s*(INSERT|UPDATE|DELETE|WITH[\s\S]*\b(INSERT|UPDATE|DELETE)\b)/i;

/** @param isAlone whether the statement stands in no transaction, and so is one of its own where it writes */
function noted(sql: string, isAlone: boolean): void {
  if (begins.test(sql)) count('transactions');
  else if (ends.test(sql)) count('commits');
  else if (!isNoWork.test(sql)) {
    count('statements');
    if (isAlone && writes.test(sql)) count('commits');
  }
}

type Connection = {
  inTransaction: boolean;
  prepare(sql: string): object;
  exec(sql: string): unknown;
  close(): void;
};
type Statement = { source: string; database: Connection };
type Ran = (this: Statement, ...given: unknown[]) => unknown;

function followSqlite(): void {
  // The driver brings no types.
  const Database: { new (file: string): Connection; prototype: Connection } = createRequire(import.meta.url)(
    'better-sqlite3',
  );
  const memory = new Database(':memory:');
  const statements: Record<string, Ran> = Object.getPrototypeOf(memory.prepare('SELECT 1'));
  for (const name of ['run', 'get', 'all', 'iterate']) {
    const ran = statements[name];
    if (!ran) throw new Error(`a statement of better-sqlite3 has no ${name}`);
    statements[name] = function (...given) {
      noted(this.source, !this.database.inTransaction);
      return Reflect.apply(ran, this, given);
    };
  }
  const { exec } = Database.prototype;
  Database.prototype.exec = function (this: Connection, sql) {
    noted(sql, !this.inTransaction);
    return Reflect.apply(exec, this, [sql]);
  };
  memory.close();
}

function followPostgres(): void {
  const query: (this: pg.Client, ...given: unknown[]) => unknown = pg.Client.prototype.query;
  const inTransaction = new WeakSet<object>();
  const followed = function (this: pg.Client, ...given: unknown[]) {
    const [asked] = given;
    const sql = typeof asked === 'string' ? asked : textOf(asked);
    noted(sql, !inTransaction.has(this));
    if (begins.test(sql)) inTransaction.add(this);
    if (ends.test(sql) || /^\s*ROLLBACK\s*;?\s*$/i.test(sql)) inTransaction.delete(this);
    return Reflect.apply(query, this, given);
  };
  Object.assign(pg.Client.prototype, { query: followed });
}

function textOf(asked: unknown): string {
  const { text } = Object(asked) as { text?: unknown };
  return typeof text === 'string' ? text : '';
}

followSqlite();
followPostgres();
