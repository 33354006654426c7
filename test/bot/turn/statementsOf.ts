import type { Store } from '../../../kit/store/store.ts';
import { stepOfStatement } from '../../kills/statements.ts';

/** Reads, writes and commits, each in the order in which the database got them. */
export type Statements = { reads: string[]; writes: string[]; commits: number };

/** What the database is asked while something is done. */
export async function statementsOf(store: Store, work: () => Promise<unknown>): Promise<Statements> {
  const { dataSource } = await store.read(async (manager) => ({ dataSource: manager.connection }));
  const { logger } = dataSource;
  const asked: string[] = [];
  const silent = () => {};
  dataSource.logger = {
    logQuery: (statement) => void asked.push(statement),
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
  const steps = asked.map((statement) => ({ statement, ...stepOfStatement(statement) }));
  return {
    reads: steps.flatMap(({ statement }) => /^SELECT .*?FROM "?(\w+)/s.exec(statement)?.[1] ?? []),
    writes: steps.flatMap(({ done = [] }) => done),
    commits: steps.filter(({ commits }) => commits).length,
  };
}
