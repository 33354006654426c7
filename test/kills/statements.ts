/** What a statement means for the path of a request: what only reads is no step, since nothing changes with it. */
export type StatementStep = { begins: boolean; commits: boolean; done?: string };

/** @param sql as TypeORM writes it for SQLite and PostgreSQL */
export function stepOfStatement(sql: string): StatementStep {
  const begins = /^(BEGIN|START) TRANSACTION/i.test(sql);
  const commits = /^COMMIT/i.test(sql);
  const [, insert, update, column, remove] =
    /^INSERT INTO "(\w+)"|^UPDATE "(\w+)" SET "(\w+)"|^DELETE FROM "(\w+)"/i.exec(sql) ?? [];
  if (insert) return { begins, commits, done: `INSERT ${insert}` };
  if (update) return { begins, commits, done: `UPDATE ${update}.${column}` };
  if (remove) return { begins, commits, done: `DELETE ${remove}` };
  return { begins, commits };
}
