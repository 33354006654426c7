import { type EntityManager, IsNull, MoreThan, Not } from '../kit/store/query.ts';
import type { Store } from '../kit/store/store.ts';
import { bankTables } from './bankTables.ts';
import type { BankTable, Sealers } from './security/sealedTable.ts';
import { locks } from './tables/locks.ts';

/** How many rows one transaction moves: nobody who waits for the database meanwhile notices. */
const batch = 200;

/**
 * Closes every sealed field with the newest key, batch by batch, while the service runs; done twice it does no harm.
 * @param progress is told how many rows are done
 * @returns how many rows there were
 */
export async function rewrap(
  store: Store,
  sealers: Sealers,
  progress: (rows: number) => void,
): Promise<number> {
  let done = 0;
  for (const table of bankTables) {
    if (table.sealed === undefined) continue;
    for (let after = ''; ; ) {
      const keys = await store.transaction([locks.sealing], (manager) =>
        closeSome(manager, table, after, sealers),
      );
      const last = keys.at(-1);
      if (last === undefined) break;
      after = last;
      done += keys.length;
      progress(done);
    }
  }
  return done;
}

/** @returns the keys of the rows with something sealed that follow a key, closed anew by now */
async function closeSome(
  manager: EntityManager,
  table: Pick<BankTable, 'rows' | 'sealed'>,
  after: string,
  sealers: Sealers,
): Promise<string[]> {
  for (;;) {
    const keys = await tryToCloseSome(manager, table, after, sealers);
    if (keys) return keys;
  }
}

/** @returns undefined where one of them was changed meanwhile, and must be looked at again */
async function tryToCloseSome(
  manager: EntityManager,
  { rows, sealed = {} }: Pick<BankTable, 'rows' | 'sealed'>,
  after: string,
  sealers: Sealers,
): Promise<string[] | undefined> {
  const { tableName, primaryColumns, columns } = manager.dataSource.getMetadata(rows);
  const key = primaryColumns.map(({ propertyName }) => propertyName).join();
  const found = await manager.find(rows, {
    where: Object.keys(sealed).map((column) => ({ [key]: MoreThan(after), [column]: Not(IsNull()) })),
    order: { [key]: 'ASC' },
    take: batch,
  });
  for (const row of found) {
    const held = columns.filter(({ propertyName }) => typeof row[propertyName] === 'string');
    const anew = held.flatMap(({ propertyName, databaseName }) => {
      const place = { table: tableName, column: databaseName, row: row[key] };
      const close = sealed[propertyName];
      return close ? [[propertyName, close(row[propertyName], place, sealers)] as const] : [];
    });
    // A token that goes out, or expires, meanwhile must not come back, nor what was packaged afresh be overwritten.
    const still = anew.map(([column]) => [column, row[column]] as const);
    const { affected } = await manager.update(
      rows,
      { [key]: row[key], ...Object.fromEntries(still) },
      Object.fromEntries(anew),
    );
    if (affected !== 1) return undefined;
  }
  return found.map((row) => row[key]);
}
