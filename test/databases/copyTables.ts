import { columnsOf, insertRows, pick, rowsOf, withDataSource } from './dataSource.ts';

/**
 * Puts all rows of some tables into the same tables of another database, which may be an older one and lack columns.
 * @param tables one comes after those that it refers to
 */
export async function copyTables(from: string, to: string, tables: readonly string[]): Promise<void> {
  await withDataSource(from, (source) =>
    withDataSource(to, async (target) => {
      for (const table of tables) {
        const columns = await columnsOf(target, table);
        const rows = await rowsOf(source, table);
        await insertRows(
          target,
          table,
          rows.map((row) => pick(row, columns)),
        );
      }
    }),
  );
}
