import { insertRows, rowsOf, withDataSource } from './dataSource.ts';

/** Puts all rows of some tables into the same tables of another database. @param tables one comes after those that it refers to */
export async function copyTables(from: string, to: string, tables: readonly string[]): Promise<void> {
  await withDataSource(from, (source) =>
    withDataSource(to, async (target) => {
      for (const table of tables) await insertRows(target, table, await rowsOf(source, table));
    }),
  );
}
