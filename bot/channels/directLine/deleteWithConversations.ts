import { type EntityManager, In } from '../../../kit/store/query.ts';
import { ConversationStateRows } from '../../turn/conversationStatesTable.ts';
import { ActivityRows } from './directLineTables.ts';
import { channelId } from './words.ts';

/** Deletes what was said in conversations and what the dialogs kept of them. */
export async function deleteWithConversations(manager: EntityManager, ids: string[]): Promise<void> {
  await manager.delete(ActivityRows, { conversationId: In(ids) });
  await manager.delete(ConversationStateRows, { key: In(ids.map(stateKey)) });
}

/** Where botbuilder's `ConversationState` keeps a conversation; the slash before its empty namespace stays. */
export function stateKey(conversationId: string): string {
  return `${channelId}/conversations/${conversationId}/`;
}
