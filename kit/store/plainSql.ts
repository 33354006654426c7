import type { EntityManager } from 'typeorm';
import { leaveToSend } from './leftToSend.ts';
import { plannedOnce } from './preparedStatement.ts';

const changes = /^\s*(UPDATE|DELETE)\b/i;

/** The forms of each statement, by its text here. Their number is small, so all are kept. */
const onPostgres = new Map<string, string>();
const onSqlite = new Map<string, string>();

/** Runs a statement in SQL that both databases accept; `?` stands for each parameter. @returns its rows */
export async function plainSql<Row>(
  manager: EntityManager,
  statement: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  if (manager.dataSource.options.type !== 'postgres')
    return manager.query(formOf(statement, onSqlite, plannedOnce), [...parameters]);
  const answer = await manager.query(formOf(statement, onPostgres, withNumbers), [...parameters]);
  // For statements that change or delete rows, the driver also returns their number.
  return changes.test(statement) ? answer[0] : answer;
}

/** Runs such a statement where nobody needs its answer; in a transaction on PostgreSQL together with the next one. */
export async function leaveSql(
  manager: EntityManager,
  statement: string,
  parameters: readonly unknown[],
): Promise<void> {
  const isPostgres = manager.dataSource.options.type === 'postgres';
  const text = isPostgres
    ? formOf(statement, onPostgres, withNumbers)
    : formOf(statement, onSqlite, plannedOnce);
  await leaveToSend(manager, { text, values: [...parameters] });
}

function formOf(
  statement: string,
  known: Map<string, string>,
  written: (statement: string) => string,
): string {
  const form = known.get(statement) ?? written(statement);
  known.set(statement, form);
  return form;
}

function withNumbers(statement: string): string {
  let count = 0;
  return statement.replaceAll('?', () => `$${++count}`);
}
