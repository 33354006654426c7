import { type EntityManager, MoreThan } from '../kit/store/query.ts';
import type { Store } from '../kit/store/store.ts';
import { bankTables } from './bankTables.ts';
import type { BankTable, Sealers } from './security/sealedTable.ts';
import { locks } from './tables/locks.ts';

/** The rows of one transaction, few enough that other users of the database do not notice. */
const batch = 200;

/**
 * Seals every sealed field with the newest key and makes its index again, batch by batch while the service runs. Doing
 * it twice does no harm.
 * @param progress called with the number of rows done
 * @returns the number of rows
 */
export async function rewrap(
  store: Store,
  sealers: Sealers,
  progress: (rows: number) => void,
): Promise<number> {
  let done = 0;
  for (const table of bankTables) {
    if (table.sealed === undefined) continue;
    for (let after: string | undefined = ''; after !== undefined; ) {
      const from: string = after;
      const { closed, last } = await store.transaction([locks.sealing], (manager) =>
        closeSome(manager, table, from, sealers),
      );
      after = last;
      done += closed;
      progress(done);
    }
  }
  return done;
}

type Rewrapped = Pick<BankTable, 'rows' | 'sealed' | 'indexed' | 'follows'>;

/** The number of rows with a sealed field, and the key of the last row read; undefined where no row followed. */
type Closed = { closed: number; last: string | undefined };

/**
 * Seals the sealed fields in the rows after a key again. All rows are read, because a condition on sealed fields would
 * make the database search the whole table for each batch.
 */
async function closeSome(
  manager: EntityManager,
  table: Rewrapped,
  after: string,
  sealers: Sealers,
): Promise<Closed> {
  for (;;) {
    const closed = await tryToCloseSome(manager, table, after, sealers);
    if (closed) return closed;
  }
}

/** @returns undefined where a row was changed meanwhile and must be read again */
async function tryToCloseSome(
  manager: EntityManager,
  { rows, sealed = {}, indexed = {}, follows }: Rewrapped,
  after: string,
  sealers: Sealers,
): Promise<Closed | undefined> {
  const { tableName, primaryColumns, columns } = manager.dataSource.getMetadata(rows);
  const key = primaryColumns.map(({ propertyName }) => propertyName).join();
  const read = await manager.find(rows, {
    where: { [key]: MoreThan(after) },
    order: { [key]: 'ASC' },
    take: batch,
  });
  const found = read.filter((row) => Object.keys(sealed).some((column) => row[column] !== null));
  for (const row of found) {
    const held = columns.filter(({ propertyName }) => typeof row[propertyName] === 'string');
    const anew = held.flatMap(({ propertyName, databaseName }) => {
      const place = { table: tableName, column: databaseName, row: row[key] };
      const close = sealed[propertyName];
      return close ? [[propertyName, close(row[propertyName], place, sealers)] as const] : [];
    });
    const opened = (property: string) => {
      const column = columns.find(({ propertyName }) => propertyName === property)?.databaseName ?? '';
      const place = { table: tableName, column, row: row[key] };
      return row[property] === null ? null : sealers.fields.open(row[property], place);
    };
    const reindexed = Object.entries(indexed)
      .map(([column, index]) => [column, index(row, opened, sealers)] as const)
      .filter(([column, index]) => index !== row[column]);
    // The update demands unchanged values, so that a token deleted meanwhile does not come back and a new package is
    // not overwritten.
    const still = anew.map(([column]) => [column, row[column]] as const);
    const { affected } = await manager.update(
      rows,
      { [key]: row[key], ...Object.fromEntries(still) },
      Object.fromEntries([...anew, ...reindexed]),
    );
    if (affected !== 1) return undefined;
    for (const [column, after] of reindexed) await follows?.(manager, column, { before: row[column], after });
  }
  return { closed: found.length, last: read.at(-1)?.[key] };
}
