import { plainSql } from '../../kit/store/plainSql.ts';
import type { EntityManager } from '../../kit/store/query.ts';

/** What each database knows of a table without counting it. */
const estimates = {
  postgres: `SELECT reltuples AS cards FROM pg_class WHERE oid = CAST('cards' AS regclass)`,
  sqlite: 'SELECT MAX(rowid) AS cards FROM cards',
};

/** How many cards the embedded card system has, or nearly: on SQLite never fewer, on PostgreSQL as it last found. */
export async function cardsAbout(manager: EntityManager): Promise<number> {
  const isPostgres = manager.dataSource.options.type === 'postgres';
  const [row] = await plainSql<{ cards: number | null }>(
    manager,
    isPostgres ? estimates.postgres : estimates.sqlite,
    [],
  );
  return Math.max(0, Number(row?.cards ?? 0));
}
