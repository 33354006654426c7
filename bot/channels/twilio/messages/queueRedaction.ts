import { PreparedTable } from '../../../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../../../kit/store/query.ts';
import { instant, later, seconds } from '../../../../kit/time.ts';
import { MessageRedactionRows } from './messageTables.ts';

/** A message whose turn has not begun after so long was lost with its process, and nobody knows what it held. */
export const lostAfter = 60 * seconds;

const redactions = new PreparedTable(MessageRedactionRows);

/** Has the text of a message blanked at the provider. Once is enough, however often it is asked for. */
export async function queueRedaction(manager: EntityManager, messageSid: string, now: Date): Promise<void> {
  const at = instant(now);
  const row = { messageSid, queuedAt: at, tries: 0, nextTryAt: at, redactedAt: null, givenUpAt: null };
  const isFeared = { that: '{queuedAt} > ?', values: [at] };
  await redactions.upsert(manager, row, ['queuedAt', 'nextTryAt'], isFeared);
}

/** Has it blanked if nobody has looked at what it holds after a while. */
export async function fearLoss(manager: EntityManager, messageSid: string, now: Date): Promise<void> {
  const at = instant(later(now, lostAfter));
  const row = { messageSid, queuedAt: at, tries: 0, nextTryAt: at, redactedAt: null, givenUpAt: null };
  await redactions.insertNew(manager, row);
}

/** It was looked at, and holds nothing that must go. */
export async function dismissFear(manager: EntityManager, messageSid: string, now: Date): Promise<void> {
  const isFeared = { that: '{messageSid} = ? AND {queuedAt} > ?', values: [messageSid, instant(now)] };
  await redactions.delete(manager, isFeared);
}
