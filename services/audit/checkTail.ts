import { type EntityManager, MoreThan } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Instant } from '../../kit/time.ts';
import { AuditTail, type WaitingEntry } from '../tables/auditEntry.ts';
import type { Audit } from './audit.ts';

/**
 * The result of a check: how many entries wait, since when the oldest, and how many this service has not written in
 * this form.
 */
export type TailCheck = { waiting: number; since: Instant | undefined; foreign: number };

type CheckTailOptions = {
  read: Store['read'];
  audit: Pick<Audit, 'isOwn'>;
  /** Called with each entry. */
  look: (entry: WaitingEntry) => void;
};

/** The rows in memory at a time. */
const pageSize = 1000;

/** Checks the MAC of every waiting entry. */
export async function checkTail({ read, audit, look }: CheckTailOptions): Promise<TailCheck> {
  const check: TailCheck = { waiting: 0, since: undefined, foreign: 0 };
  for (let last = ''; ; ) {
    const page = await read((manager) => pageAfter(manager, last));
    for (const entry of page) {
      look(entry);
      check.waiting += 1;
      if (check.since === undefined || entry.at < check.since) check.since = entry.at;
      if (!audit.isOwn(entry)) check.foreign += 1;
    }
    const end = page.at(-1);
    if (!end) return check;
    last = end.id;
  }
}

function pageAfter(manager: EntityManager, last: string): Promise<WaitingEntry[]> {
  return manager.find(AuditTail, { where: { id: MoreThan(last) }, order: { id: 'ASC' }, take: pageSize });
}
