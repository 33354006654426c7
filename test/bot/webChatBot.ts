import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import { DirectLine } from '../../bot/channels/directLine/directLine.ts';
import { ConversationTokens } from '../../bot/channels/directLine/tokens.ts';
import { customerServiceTerminal } from '../../bot/conversation.ts';
import { HandoffQueue } from '../../bot/desk/handoffQueue.ts';
import { Turns } from '../../bot/turn/turns.ts';
import type { AgentHours } from '../../dialogs/state/agentHours.ts';
import type { AwaitedLinks } from '../../dialogs/state/dialogDependencies.ts';
import type { Persons } from '../../dialogs/state/persons.ts';
import type { Store } from '../../kit/store/store.ts';
import type { TestBank } from '../services/testBank.ts';
import { testKey } from '../testKey.ts';
import { openCases } from './cases/testOpenCases.ts';

type WebChatBotOptions = {
  bank: TestBank;
  store: Store;
  log: Logger;
  awaitedLinks?: AwaitedLinks;
  /** Where people answer in the conversation itself. */
  persons?: Persons;
  agentHours?: AgentHours;
  /** The option of `Turns`. */
  isAlone?: boolean;
  /** The option of `DirectLine`. */
  patience?: number;
};

/** Web chat with the real conversation, as each process has its own: nothing is shared but the database. */
export function webChatBot({
  bank,
  store,
  log,
  awaitedLinks,
  persons,
  agentHours,
  isAlone = false,
  patience,
}: WebChatBotOptions) {
  const clock = bank.now;
  const terminal = customerServiceTerminal({
    clients: bank,
    cases: openCases({ store, clock, log }),
    desk: new HandoffQueue({ store, clock }),
    handoffNotes: { note: async () => {} },
    ...(awaitedLinks && { awaitedLinks }),
    ...(persons && { persons }),
    ...{ agentHours, agentPhone: undefined, clock, log },
    pause: async (milliseconds) => bank.passes(milliseconds),
  });
  const pause = async () => void (await setImmediate());
  const turns = new Turns({ store, terminal, clock, pause, log, isAlone, heartbeat: () => () => {} });
  const tokens = new ConversationTokens({ keys: () => [testKey(7)], clock });
  const bot = { id: 'thawline', name: 'Thawline' };
  const more = patience !== undefined && { patience };
  return { turns, tokens, directLine: new DirectLine({ store, tokens, turns, bot, clock, log, ...more }) };
}
