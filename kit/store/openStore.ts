import { openPostgres } from './openPostgres.ts';
import { openSqlite } from './openSqlite.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

/** Opens the database of a `DATABASE_URL`. @throws UnfreezeError `storeUnavailable` */
export function openStore(databaseUrl: string, schemas: Schema[]): Promise<Store> {
  return databaseUrl.startsWith('sqlite:')
    ? openSqlite(databaseUrl.slice('sqlite:'.length), schemas)
    : openPostgres(databaseUrl, schemas);
}
