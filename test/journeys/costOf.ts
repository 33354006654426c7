import type { Store } from '../../kit/store/store.ts';
import { askedOf } from '../bot/turn/askedOf.ts';
import { tripsOf } from '../databases/tripsOf.ts';

/**
 * Statements, beside those that only begin and end transactions, commits after which something is on the disk, and round
 * trips to PostgreSQL.
 */
export type Cost = { statements: number; commits: number; trips: number };

const frames =
  /^(BEGIN|START TRANSACTION|SET TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SELECT pg_advisory_xact_lock)/i;
const writes = /^(INSERT|UPDATE|DELETE|WITH)\b/i;

/** What something costs the database: a statement that writes outside of a transaction is a commit of its own. */
export async function costOf(store: Store, work: () => Promise<unknown>): Promise<Cost> {
  /** The connections with a transaction under way, and whether that has written. */
  const open = new Map<unknown, boolean>();
  const cost: Cost = { statements: 0, commits: 0, trips: 0 };
  const counted = async () => {
    cost.trips = await tripsOf(work);
  };
  for (const { statement, connection } of await askedOf(store, counted)) {
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
  const sum = (count: keyof Cost) => costs.reduce((sum, cost) => sum + cost[count], 0);
  return { statements: sum('statements'), commits: sum('commits'), trips: sum('trips') };
}
