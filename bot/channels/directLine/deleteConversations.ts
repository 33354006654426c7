import { type EntityManager, In } from 'typeorm';
import { ConversationStateRows } from '../../storage/conversationStatesTable.ts';
import { ActivityRows, ConversationRows } from '../../storage/directLineTables.ts';
import { channelId } from './words.ts';

/** How many ids one statement names: databases limit its parameters. */
const atOnce = 500;

/** Deletes conversations with what was said in them and what the dialogs kept of them. */
export async function deleteConversations(manager: EntityManager, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    await manager.delete(ActivityRows, { conversationId: In(some) });
    await manager.delete(ConversationStateRows, { key: In(some.map(stateKey)) });
    await manager.delete(ConversationRows, { id: In(some) });
  }
}

/** Where botbuilder's `ConversationState` keeps a conversation; the slash before its empty namespace stays. */
const stateKey = (conversationId: string) => `${channelId}/conversations/${conversationId}/`;
