/** The SDK's waterfall, which forgets everything when its process ends: what all others are compared with. */
import { ConversationState, MemoryStorage } from 'botbuilder';
import { DialogSet, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';
import { cardWaterfall } from './cardWaterfall.js';
import { serveFrameworkBot } from './frameworkAdapter.js';

serveFrameworkBot(
  cardWaterfall({ DialogSet, TextPrompt, WaterfallDialog, ConversationState, MemoryStorage }),
);
