import type { EntityManager } from 'typeorm';

/** Statements as PostgreSQL has them, by how they are written here: there are only so many. */
const numbered = new Map<string, string>();

/** Asks with a statement in plain SQL, the same on both databases: `?` stands for each parameter. @returns its rows */
export async function plainSql<Row>(
  manager: EntityManager,
  statement: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const isPostgres = manager.dataSource.options.type === 'postgres';
  return manager.query(isPostgres ? withNumbers(statement) : statement, [...parameters]);
}

function withNumbers(statement: string): string {
  const before = numbered.get(statement);
  if (before !== undefined) return before;
  let count = 0;
  const after = statement.replaceAll('?', () => `$${++count}`);
  numbered.set(statement, after);
  return after;
}
