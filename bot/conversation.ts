import { type Activity, BotAdapter, ConversationState, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { MainDialog } from '../dialogs/mainDialog.ts';
import { Speaker } from '../dialogs/messages/speaker.ts';
import type { CustomerServiceClient } from '../services/contract/customerServiceClient.ts';
import type { ProcessorClient } from '../services/contract/processorClient.ts';
import type { Clock } from '../services/contract/time.ts';
import type { Store } from '../services/store/store.ts';
import type { AskedHandler } from './channels/conversationHandler.ts';
import { CustomerServiceTerminal } from './customerServiceTerminal.ts';
import { expectation } from './expectation.ts';
import { Sealing } from './sealing.ts';
import { ConversationStates } from './storage/conversationStates.ts';

/** The turn context in which the edge looks at a conversation before its turn: nothing can be said through it. */
class SilentAdapter extends BotAdapter {
  override sendActivities = refuse;
  override updateActivity = refuse;
  override deleteActivity = refuse;
  override continueConversation = refuse;
}

async function refuse(): Promise<never> {
  throw new Error('nothing is said before a turn');
}

type Parts = {
  store: Store;
  customerService: CustomerServiceClient;
  processor: ProcessorClient;
  agentPhone: string | undefined;
  clock: Clock;
  log: Logger;
};

/** 客服终端 with its dialogs, over whatever channel. */
export function conversationHandler({ store, agentPhone, clock, log, ...clients }: Parts): AskedHandler {
  const conversationState = new ConversationState(new ConversationStates({ store, clock }));
  const properties = {
    dialogState: conversationState.createProperty('dialogState'),
    language: conversationState.createProperty('language'),
    notUnderstood: conversationState.createProperty('notUnderstood'),
  };
  const speaker = new Speaker({ language: properties.language, agentPhone });
  const { customerService, processor } = clients;
  const dialog = new MainDialog({ customerService, processor, speaker, clock }, properties);
  const terminal = new CustomerServiceTerminal({ conversationState, properties, dialog, speaker, log });
  const silent = new SilentAdapter();
  const silently = (activity: Activity) => new TurnContext(silent, activity);
  const awaited = (activity: Activity) => terminal.awaited(silently(activity));
  const sealing = new Sealing({ customerService, awaited });
  return {
    seal: (activity) => sealing.seal(activity),
    handle: (turnContext) => terminal.run(turnContext),
    expects: async (activity, replies) => expectation(await awaited(activity), replies),
    isUnfinished: (activity) => terminal.hasOpenCase(silently(activity)),
  };
}
