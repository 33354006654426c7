import type { EntityManager } from 'typeorm';
import { type Asked, askTogether } from './askTogether.ts';
import { leaveToSend } from './leftToSend.ts';
import { plannedOnce } from './preparedStatement.ts';

/** The forms of each statement, by its text here. Their number is small, so all are kept. */
const onPostgres = new Map<string, string>();
const onSqlite = new Map<string, string>();

/** Runs a statement in SQL that both databases accept; `?` stands for each parameter. @returns its rows */
export async function plainSql<Row>(
  manager: EntityManager,
  statement: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const [rows] = await askTogether(manager, [plainlyAsked<Row>(manager, statement, parameters)]);
  return rows;
}

/** What `plainSql` asks, to be asked together with others. */
export function plainlyAsked<Row>(
  manager: EntityManager,
  statement: string,
  parameters: readonly unknown[],
): Asked<Row[]> {
  return {
    text: textOf(manager, statement),
    values: parameters,
    found: (records) => records as Row[],
  };
}

/** Runs such a statement where nobody needs its answer; in a transaction on PostgreSQL together with the next one. */
export async function leaveSql(
  manager: EntityManager,
  statement: string,
  parameters: readonly unknown[],
): Promise<void> {
  await leaveToSend(manager, { text: textOf(manager, statement), values: [...parameters] });
}

function textOf(manager: EntityManager, statement: string): string {
  return manager.dataSource.options.type === 'postgres'
    ? formOf(statement, onPostgres, withNumbers)
    : formOf(statement, onSqlite, plannedOnce);
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
