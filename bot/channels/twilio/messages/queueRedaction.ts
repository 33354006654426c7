import { type EntityManager, MoreThan } from '../../../../kit/store/query.ts';
import { instant, later, seconds } from '../../../../kit/time.ts';
import { MessageRedactionRows } from './messageTables.ts';

/** A message whose turn has not begun after so long was lost with its process, and nobody knows what it held. */
export const lostAfter = 60 * seconds;

/** Has the text of a message blanked at the provider. Once is enough, however often it is asked for. */
export async function queueRedaction(manager: EntityManager, messageSid: string, now: Date): Promise<void> {
  await queueFor(manager, messageSid, now);
  const at = instant(now);
  const feared = { messageSid, queuedAt: MoreThan(at) };
  await manager.update(MessageRedactionRows, feared, { queuedAt: at, nextTryAt: at });
}

/** Has it blanked if nobody has looked at what it holds after a while. */
export async function fearLoss(manager: EntityManager, messageSid: string, now: Date): Promise<void> {
  await queueFor(manager, messageSid, later(now, lostAfter));
}

/** It was looked at, and holds nothing that must go. */
export async function dismissFear(manager: EntityManager, messageSid: string, now: Date): Promise<void> {
  await manager.delete(MessageRedactionRows, { messageSid, queuedAt: MoreThan(instant(now)) });
}

async function queueFor(manager: EntityManager, messageSid: string, at: Date): Promise<void> {
  const queuedAt = instant(at);
  const row = { messageSid, queuedAt, tries: 0, nextTryAt: queuedAt, redactedAt: null, givenUpAt: null };
  await manager.createQueryBuilder().insert().into(MessageRedactionRows).values(row).orIgnore().execute();
}
