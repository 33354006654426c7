import type { EntityManager } from '../../../../kit/store/query.ts';
import { instant } from '../../../../kit/time.ts';
import { MessageRedactionRows } from './messageTables.ts';

/** Has the text of a message blanked at the provider. Once is enough, however often it is asked for. */
export async function queueRedaction(manager: EntityManager, messageSid: string, now: Date): Promise<void> {
  if (await manager.existsBy(MessageRedactionRows, { messageSid })) return;
  await manager.insert(MessageRedactionRows, {
    messageSid,
    queuedAt: instant(now),
    tries: 0,
    nextTryAt: instant(now),
    redactedAt: null,
    givenUpAt: null,
  });
}
