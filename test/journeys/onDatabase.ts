import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import type { Settings } from './serviceProcess.ts';
import type { Thawline } from './thawline.ts';

/** A running Thawline on an empty database for all tests of the block that this is called in. */
export function onDatabase(
  empty: () => Promise<EmptyDatabase>,
  start: (settings: Settings) => Promise<Thawline>,
) {
  let database: EmptyDatabase;
  let thawline: Thawline;
  before(async () => {
    database = await empty();
    thawline = await start({ DATABASE_URL: database.url });
  });
  after(async () => {
    await thawline.close();
    await database.remove();
  });
  return {
    get database(): EmptyDatabase {
      return database;
    },
    get thawline(): Thawline {
      return thawline;
    },
  };
}
