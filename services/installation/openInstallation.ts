import { existsSync } from 'node:fs';
import type { Logger } from 'pino';
import { openStore, type WaitingForDatabase } from '../../kit/store/openStore.ts';
import type { OwnFile } from '../../kit/store/ownFile.ts';
import { hasTablesOf } from '../../kit/store/schema.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock } from '../../kit/time.ts';
import { keeperAt } from '../keeping/keeperSettings.ts';
import { KeeperWatch } from '../keeping/keeperWatch.ts';
import { formOfFile, type KeySettings } from '../keeping/openKeys.ts';
import { keysLost } from '../security/foreignKeys.ts';
import { KeyRing } from '../security/keyRing.ts';
import { readKeyFile } from '../security/keyRingFile.ts';
import { DatabaseKeys } from './databaseKeys.ts';
import type { KeyedSchema } from './keyedSchema.ts';

/** A database and the keys that its data depends on. */
export type Installation = {
  store: Store;
  keyRing: KeyRing;
  databaseKeys: DatabaseKeys;
  /** The watch over the keeper of the key file, where there is one. */
  keeperWatch?: KeeperWatch | undefined;
};

type Settings = KeySettings & { databaseUrl: string };
type Given = {
  settings: Settings;
  clock: Clock;
  schemas: readonly KeyedSchema[];
  /** Set where no other process may use the database. */
  own?: OwnFile | undefined;
  /** Set where the database may start later than this process. */
  waiting?: WaitingForDatabase;
  /**
   * Where news of other processes' writes arrives, and the log for what cannot be heard. Without it the address is
   * looked for.
   */
  listens?: { url: string | undefined; log: Logger };
};

/**
 * The milliseconds for which a look at the key file is good. A turn uses keys some fifty times; whatever writes, looks anew.
 */
const betweenLooks = 50;

/**
 * The only way to open a database together with keys. It makes sure that nothing is written with keys of another
 * database, nor while the key file has been replaced.
 * @throws UnfreezeError `keysForeign`, `keysUnusable`, `settingsInvalid`, `storeUnavailable`
 */
export async function openInstallation({
  settings,
  clock,
  schemas,
  own,
  waiting,
  listens,
}: Given): Promise<Installation> {
  const { databaseUrl, keysFile, keysTransit, production } = settings;
  const keeper = keeperAt(keysTransit);
  const form = await formOfFile(keeper, settings, waiting);
  const looks = { every: betweenLooks, ticks: () => performance.now() };
  const opening = { clock, production, form, looks };
  // The keys are opened first: without keys for production not even an empty database is made.
  const opened = production || existsSync(keysFile) ? KeyRing.open(keysFile, opening) : undefined;
  await own?.take();
  const store = await openStore(
    databaseUrl,
    schemas.map(({ schema }) => schema),
    waiting,
  );
  try {
    if (!opened) await assertNotLost(store, schemas, keysFile);
    const keyRing = opened ?? KeyRing.openOrMake(keysFile, opening);
    const databaseKeys = new DatabaseKeys({ store, keyRing, keysFile, schemas, clock });
    await databaseKeys.settle();
    keyRing.tend();
    const content = () => readKeyFile(keysFile);
    const keeperWatch = keysTransit && new KeeperWatch({ keeper, file: keysFile, content, clock });
    store.onlyWhile(() => {
      keyRing.assertUnchanged();
      keeperWatch?.assertOpen();
    });
    await listenTo(store, listens);
    return { store, keyRing, databaseKeys, keeperWatch };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Only who listens waits for PostgreSQL's library. */
async function listenTo({ announcements }: Store, listens: Given['listens']): Promise<void> {
  if (!listens?.url) return;
  const { listenOnPostgres } = await import('../../kit/store/listenOnPostgres.ts');
  announcements.through(listenOnPostgres({ url: listens.url, announcements, log: listens.log }));
}

/**
 * A database with rows but without a key file has lost its keys, since the file is always made before the first row.
 */
async function assertNotLost(store: Store, schemas: readonly KeyedSchema[], keysFile: string): Promise<void> {
  const entities = schemas.flatMap(({ schema }) => schema.entities);
  const holdsSomething = await store.read(async (manager) => {
    for (const entity of entities) if (await manager.exists(entity)) return true;
    return false;
  });
  if (holdsSomething && !existsSync(keysFile)) throw keysLost(keysFile);
}

/** The schemas that have their tables in a database. It makes neither a database nor a table. */
export async function presentIn<Keyed extends KeyedSchema>(
  databaseUrl: string,
  schemas: readonly Keyed[],
): Promise<Keyed[]> {
  if (databaseUrl.startsWith('sqlite:') && !existsSync(databaseUrl.slice('sqlite:'.length))) return [];
  const store = await openStore(databaseUrl, []);
  try {
    const present: Keyed[] = [];
    for (const one of schemas) if (await hasTablesOf(store, one.schema)) present.push(one);
    return present;
  } finally {
    await store.close();
  }
}
