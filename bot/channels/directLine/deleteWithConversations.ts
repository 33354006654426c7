import { type EntityManager, In, LessThan, LessThanOrEqual } from '../../../kit/store/query.ts';
import type { Store } from '../../../kit/store/store.ts';
import type { Instant } from '../../../kit/time.ts';
import { conversationKey } from '../../turn/turnRows.ts';
import { DeliveryRows, ConversationRows as Turns } from '../../turn/turnTables.ts';
import { directLineChannelId } from './directLineChannel.ts';
import { ActivityRows, DirectLineConversationRows } from './directLineTables.ts';

const keysOf = (ids: readonly string[]) => ids.map((id) => conversationKey(directLineChannelId, id));

/** Deletes what was said in conversations and what their turns kept of them. */
async function deleteWithConversations(manager: EntityManager, ids: string[]): Promise<void> {
  const conversations = keysOf(ids);
  await manager.delete(ActivityRows, { conversationId: In(ids) });
  await manager.delete(DeliveryRows, { conversation: In(conversations) });
  await manager.delete(Turns, { id: In(conversations) });
}

/** Deletes all that was said in a conversation, and leaves that it was. */
export async function emptyConversation(store: Store, id: string): Promise<void> {
  await store.transaction([], (manager) => deleteWithConversations(manager, [id]));
}

/** Deletes a conversation that is over, as it would be sooner or later. */
export async function deleteConversation(store: Store, id: string): Promise<void> {
  await store.transaction([], async (manager) => {
    await deleteWithConversations(manager, [id]);
    await manager.delete(DirectLineConversationRows, id);
  });
}

/**
 * Deletes conversations that are over with all that hangs on them, however much that is, but no more than so many rows at
 * once. @returns those that are gone
 */
export async function deleteSomeWithConversations(
  manager: EntityManager,
  ids: string[],
  most: number,
): Promise<string[]> {
  const left = most - (await deleteActivities(manager, ids, most));
  if (left === 0) return [];
  const still = left - (await deleteDeliveries(manager, ids, left));
  if (still === 0) return [];
  const gone = ids.slice(0, Math.ceil(still / 2));
  await manager.delete(Turns, { id: In(keysOf(gone)) });
  await manager.delete(DirectLineConversationRows, { id: In(gone) });
  return gone;
}

/** @returns how many went; the conversation whose turn it was last may have more */
async function deleteActivities(manager: EntityManager, ids: string[], most: number): Promise<number> {
  const rows = await manager.find(ActivityRows, {
    where: { conversationId: In(ids) },
    select: { conversationId: true, number: true },
    order: { conversationId: 'ASC', number: 'ASC' },
    take: most,
  });
  const last = rows.at(-1);
  if (!last) return 0;
  const { conversationId, number } = last;
  const before = new Set(rows.map((row) => row.conversationId));
  before.delete(conversationId);
  if (before.size > 0) await manager.delete(ActivityRows, { conversationId: In([...before]) });
  await manager.delete(ActivityRows, { conversationId, number: LessThanOrEqual(number) });
  return rows.length;
}

async function deleteDeliveries(manager: EntityManager, ids: string[], most: number): Promise<number> {
  const rows = await manager.find(DeliveryRows, {
    where: { conversation: In(keysOf(ids)) },
    select: { id: true },
    take: most,
  });
  if (rows.length > 0) await manager.delete(DeliveryRows, { id: In(rows.map(({ id }) => id)) });
  return rows.length;
}

const page = 500;

/** How many deliveries and turns that are past their time by themselves go with conversations that are. */
export async function dueOfTurns(
  manager: EntityManager,
  oldest: Instant,
): Promise<ReadonlyMap<string, number>> {
  const due = { deliveries: 0, turns: 0 };
  let last = { at: '', id: '' };
  for (let isLast = false; !isLast; ) {
    const rows = await manager
      .createQueryBuilder(DirectLineConversationRows, 'found')
      .where('found.lastActivityAt < :oldest AND (found.lastActivityAt, found.id) > (:at, :id)', {
        oldest,
        ...last,
      })
      .select('found.lastActivityAt', 'at')
      .addSelect('found.id', 'id')
      .orderBy('found.lastActivityAt')
      .addOrderBy('found.id')
      .limit(page)
      .getRawMany<{ at: Instant; id: string }>();
    const keys = In(keysOf(rows.map(({ id }) => id)));
    due.deliveries += await manager.countBy(DeliveryRows, {
      conversation: keys,
      arrivedAt: LessThan(oldest),
    });
    due.turns += await manager.countBy(Turns, { id: keys, updatedAt: LessThan(oldest) });
    last = rows.at(-1) ?? last;
    isLast = rows.length < page;
  }
  return new Map(Object.entries(due));
}
