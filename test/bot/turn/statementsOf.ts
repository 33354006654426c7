import type { Store } from '../../../kit/store/store.ts';
import { stepOfStatement } from '../../kills/statements.ts';
import { askedOf } from './askedOf.ts';

/** Reads, writes and commits, each in the order in which the database got them. */
export type Statements = { reads: string[]; writes: string[]; commits: number };

/** What the database is asked while something is done. */
export async function statementsOf(store: Store, work: () => Promise<unknown>): Promise<Statements> {
  const asked = await askedOf(store, work);
  const steps = asked.map(({ statement }) => ({ statement, ...stepOfStatement(statement) }));
  return {
    reads: steps.flatMap(({ statement }) => readBy(statement) ?? []),
    writes: steps.flatMap(({ done = [] }) => done),
    commits: steps.filter(({ commits }) => commits).length,
  };
}

/** The table that a statement reads, whatever it asks of others beside that; of a look into several all of them. */
function readBy(statement: string): string | undefined {
  if (statement.includes('(SELECT 1 AS "one") "one"'))
    return [...statement.matchAll(/LEFT JOIN "(\w+)" ON/g)].map(([, table]) => table).join(' with ');
  const [, quoted] = /^SELECT .*?FROM "(\w+)"/s.exec(statement) ?? [];
  return quoted ?? /^SELECT .*?(?:FROM|JOIN) (\w+)/s.exec(statement)?.[1];
}
