import { type EntityManager, In } from '../../../kit/store/query.ts';
import type { Store } from '../../../kit/store/store.ts';
import { conversationKey } from '../../turn/turnRows.ts';
import { DeliveryRows, ConversationRows as Turns } from '../../turn/turnTables.ts';
import { ActivityRows, ConversationRows } from './directLineTables.ts';
import { channelId } from './words.ts';

/** Deletes what was said in conversations and what their turns kept of them. */
export async function deleteWithConversations(manager: EntityManager, ids: string[]): Promise<void> {
  const conversations = ids.map((id) => conversationKey(channelId, id));
  await manager.delete(ActivityRows, { conversationId: In(ids) });
  await manager.delete(DeliveryRows, { conversation: In(conversations) });
  await manager.delete(Turns, { id: In(conversations) });
}

/** Deletes a conversation that is over, as it would be sooner or later. */
export async function forgetConversation(store: Store, id: string): Promise<void> {
  await store.transaction([], async (manager) => {
    await deleteWithConversations(manager, [id]);
    await manager.delete(ConversationRows, id);
  });
}
