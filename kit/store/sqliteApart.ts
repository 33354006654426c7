import { rmSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { keepFromOthers } from './ownersOnly.ts';
import type { TableApart } from './tableApart.ts';

/** The path of the second file of a database, which holds what no backup may contain. */
export const fileApart = (file: string) => `${file}-apart`;

/**
 * Attaches the file of the tables that stand apart, and makes them there. It has no write-ahead log, its journal is in memory
 * alone, and what is deleted is overwritten: so a power failure may damage it, and then it begins anew, empty.
 */
export async function attachApart(
  dataSource: DataSource,
  file: string,
  tables: readonly TableApart[],
): Promise<void> {
  if (tables.length === 0) return;
  const apart = fileApart(file);
  try {
    await attach(dataSource, apart, tables);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    await dataSource.query('DETACH DATABASE apart').catch(() => {});
    rmSync(apart, { force: true });
    await attach(dataSource, apart, tables);
  }
}

async function attach(dataSource: DataSource, file: string, tables: readonly TableApart[]): Promise<void> {
  keepFromOthers(file);
  await dataSource.query('ATTACH DATABASE ? AS apart', [file]);
  for (const pragma of ['journal_mode = MEMORY', 'secure_delete = ON', 'synchronous = OFF'])
    await dataSource.query(`PRAGMA apart.${pragma}`);
  for (const { name, columns } of tables)
    await dataSource.query(`CREATE TABLE IF NOT EXISTS apart.${name} (${columns})`);
  const [{ quick_check: found }] = await dataSource.query('PRAGMA apart.quick_check(1)');
  if (found !== 'ok') throw Object.assign(new Error('it is damaged'), { code: 'SQLITE_CORRUPT' });
}

function isDamaged(error: unknown): boolean {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code ?? driverError?.code ?? '');
}
