import { type Activity, BotAdapter, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { conversationProperties } from '../dialogs/conversationState.ts';
import type { AwaitedLinks, MessagingSecrets } from '../dialogs/dialogParts.ts';
import { disowned } from '../dialogs/disowning.ts';
import type { AgentHours } from '../dialogs/handoff/agentHours.ts';
import type { HandoffDesk, HandoffNotes } from '../dialogs/handoff/handoffDesk.ts';
import { MainDialog } from '../dialogs/mainDialog.ts';
import { Speaker } from '../dialogs/messages/speaker.ts';
import { isDisowning } from '../dialogs/understanding/notMe.ts';
import type { CustomerServiceClient } from '../services/contract/customerServiceClient.ts';
import type { ProcessorClient } from '../services/contract/processorClient.ts';
import type { Clock, Pause } from '../services/contract/time.ts';
import type { AskedHandler } from './channels/conversationHandler.ts';
import { CustomerServiceTerminal } from './customerServiceTerminal.ts';
import { expectation } from './expectation.ts';
import type { OpenCases } from './moving/openCases.ts';
import { PatientProcessor } from './patientProcessor.ts';
import { Sealing } from './sealing.ts';
import type { ConversationStates } from './storage/conversationStates.ts';
import { GuardedConversationState } from './storage/guardedConversationState.ts';

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
  storage: ConversationStates;
  clients: { customerService: CustomerServiceClient; processor: ProcessorClient };
  desk: HandoffDesk;
  handoffNotes: HandoffNotes;
  agentHours: AgentHours | undefined;
  agentPhone: string | undefined;
  messagingSecrets?: MessagingSecrets;
  cases: OpenCases;
  /** Where nothing is given no conversation is told of a link's end before the customer asks. */
  awaitedLinks?: AwaitedLinks;
  clock: Clock;
  pause: Pause;
  log: Logger;
};

/** 客服终端 with its dialogs, over whatever channel. */
export function conversationHandler(parts: Parts): AskedHandler {
  const { clock, pause, log } = parts;
  const { customerService } = parts.clients;
  const processor = new PatientProcessor({ processor: parts.clients.processor, clock, pause });
  const conversationState = new GuardedConversationState(parts.storage);
  const properties = conversationProperties(conversationState);
  const speaker = new Speaker({ ...properties, agentPhone: parts.agentPhone });
  const { desk, handoffNotes, agentHours, cases, messagingSecrets = 'guided' } = parts;
  const { awaitedLinks = { note: async () => {} } } = parts;
  const told = { customerService, processor, speaker, clock, messagingSecrets };
  const dialogParts = { ...told, desk, handoffNotes, agentHours, cases, awaitedLinks };
  const dialog = new MainDialog(dialogParts, properties);
  const terminal = new CustomerServiceTerminal({
    conversationState,
    properties,
    dialog,
    speaker,
    clock,
    log,
  });
  const silent = new SilentAdapter();
  const silently = (activity: Activity) => new TurnContext(silent, activity);
  const awaited = (activity: Activity) => terminal.awaited(silently(activity));
  const sealing = new Sealing({ customerService, nameCode: (code) => cases.nameCode(code), awaited });
  return {
    seal: (activity) => sealing.seal(activity),
    handle: (turnContext) => terminal.run(turnContext),
    expects: async (turn, replies) =>
      expectation(await (turn instanceof TurnContext ? terminal.awaited(turn) : awaited(turn)), replies),
    isUnfinished: (activity) => terminal.isUnfinished(silently(activity)),
    isUrgent: isDisowning,
    async heed(activity) {
      const answer = await disowned(silently(activity), customerService);
      return answer?.outcome === 'frozenAgain' || answer?.outcome === 'freezing';
    },
  };
}
