import { PreparedTable } from '../../../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../../../kit/store/query.ts';
import { instant, later, seconds } from '../../../../kit/time.ts';
import { MessageRedactionRows } from './messageTables.ts';

/** A message whose turn has not begun after this time was lost with its process, so nobody knows what it held. */
export const lostAfter = 60 * seconds;

const redactions = new PreparedTable(MessageRedactionRows);

/** Queues the blanking of a message at the provider. Queuing it again changes nothing. */
export async function queueRedaction(manager: EntityManager, messageSid: string, now: Date): Promise<void> {
  const at = instant(now);
  const row = { messageSid, queuedAt: at, tries: 0, nextTryAt: at, redactedAt: null, givenUpAt: null };
  const isFeared = { that: '{queuedAt} > ?', values: [at] };
  await redactions.put(manager, row, ['queuedAt', 'nextTryAt'], isFeared);
}

/** Queues a later blanking of a message, in case nobody looks at it until then. */
export async function fearLoss(manager: EntityManager, messageSid: string, now: Date): Promise<void> {
  const at = instant(later(now, lostAfter));
  const row = { messageSid, queuedAt: at, tries: 0, nextTryAt: at, redactedAt: null, givenUpAt: null };
  await redactions.ensure(manager, row);
}

/** Cancels that blanking: the message was looked at and holds no secret. */
export async function dismissFear(manager: EntityManager, messageSid: string, now: Date): Promise<void> {
  const isFeared = { that: '{messageSid} = ? AND {queuedAt} > ?', values: [messageSid, instant(now)] };
  await redactions.delete(manager, isFeared);
}
