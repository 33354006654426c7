import type { Store } from '../../kit/store/store.ts';
import { askedOf } from '../bot/turn/askedOf.ts';

/** Statements, beside those that only begin and end transactions, and commits after which something is on the disk. */
export type Cost = { statements: number; commits: number };

const frames = /^(BEGIN|START TRANSACTION|SET TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i;
const writes = /^(INSERT|UPDATE|DELETE|WITH)\b/i;

/** What something costs the database: a statement that writes outside of a transaction is a commit of its own. */
export async function costOf(store: Store, work: () => Promise<unknown>): Promise<Cost> {
  /** The connections with a transaction under way, and whether that has written. */
  const open = new Map<unknown, boolean>();
  const cost: Cost = { statements: 0, commits: 0 };
  for (const { statement, connection } of await askedOf(store, work)) {
    if (!frames.test(statement)) cost.statements += 1;
    if (/^(BEGIN|START)/i.test(statement)) open.set(connection, false);
    else if (/^(COMMIT|ROLLBACK(?! TO))/i.test(statement)) {
      if (open.get(connection) && /^COMMIT/i.test(statement)) cost.commits += 1;
      open.delete(connection);
    } else if (writes.test(statement)) {
      if (open.has(connection)) open.set(connection, true);
      else cost.commits += 1;
    }
  }
  return cost;
}

export function sumOf(costs: readonly Cost[]): Cost {
  return {
    statements: costs.reduce((sum, { statements }) => sum + statements, 0),
    commits: costs.reduce((sum, { commits }) => sum + commits, 0),
  };
}
