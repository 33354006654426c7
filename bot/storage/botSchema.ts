import type { Schema } from '../../services/store/schema.ts';
import {
  ConversationStateRows,
  ConversationStates1764000001000,
  ConversationStatesByAge1764000041000,
} from './conversationStatesTable.ts';
import { ActivityRows, ConversationRows, DirectLine1764000000000 } from './directLineTables.ts';

/** The bot's side in a database. */
export const botSchema: Schema = {
  entities: [ConversationRows, ActivityRows, ConversationStateRows],
  migrations: [
    DirectLine1764000000000,
    ConversationStates1764000001000,
    ConversationStatesByAge1764000041000,
  ],
  prefixes: ['DirectLine', 'ConversationStates'],
};
