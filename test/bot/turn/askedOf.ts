import type { Store } from '../../../kit/store/store.ts';

/** A statement as the database got it, and on which connection. */
export type Asked = { statement: string; connection: unknown };

/** What the database is asked while something is done, in the order in which it got it. */
export async function askedOf(store: Store, work: () => Promise<unknown>): Promise<Asked[]> {
  const { dataSource } = await store.read(async (manager) => ({ dataSource: manager.connection }));
  const { logger } = dataSource;
  const asked: Asked[] = [];
  const silent = () => {};
  dataSource.logger = {
    logQuery: (statement, _parameters, connection) => void asked.push({ statement, connection }),
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  try {
    await work();
  } finally {
    dataSource.logger = logger;
  }
  return asked;
}
