import type { EntityManager } from 'typeorm';

const changes = /^\s*(UPDATE|DELETE)\b/i;

/** The PostgreSQL form of each statement, by its text here. Their number is small, so all are kept. */
const numbered = new Map<string, string>();

/** Runs a statement in SQL that both databases accept; `?` stands for each parameter. @returns its rows */
export async function plainSql<Row>(
  manager: EntityManager,
  statement: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  if (manager.dataSource.options.type !== 'postgres') return manager.query(statement, [...parameters]);
  const answer = await manager.query(withNumbers(statement), [...parameters]);
  // For statements that change or delete rows, the driver also returns their number.
  return changes.test(statement) ? answer[0] : answer;
}

function withNumbers(statement: string): string {
  const before = numbered.get(statement);
  if (before !== undefined) return before;
  let count = 0;
  const after = statement.replaceAll('?', () => `$${++count}`);
  numbered.set(statement, after);
  return after;
}
