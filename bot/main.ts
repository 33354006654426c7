import { type Activity, BotAdapter, ConversationState, TurnContext } from 'botbuilder';
import pino, { type Logger } from 'pino';
import { MainDialog } from '../dialogs/mainDialog.ts';
import { Speaker } from '../dialogs/messages/speaker.ts';
import { type Bank, createBank } from '../services/bank.ts';
import { environment, openStore } from '../services/bankSettings.ts';
import { importDemoBank } from '../services/cardSystem/demoBank.ts';
import { UnfreezeError } from '../services/contract/errors.ts';
import { minutes } from '../services/contract/time.ts';
import { HttpServer } from '../services/http/httpServer.ts';
import { networkAddress } from '../services/http/networkAddress.ts';
import { KeyRing } from '../services/security/keyRing.ts';
import { loggedError } from '../services/security/loggedError.ts';
import { bankSchema } from '../services/store/bankSchema.ts';
import type { Store } from '../services/store/store.ts';
import type { ConversationHandler } from './channels/conversationHandler.ts';
import { expireConversations } from './channels/directLine/conversationExpiry.ts';
import { DirectLine } from './channels/directLine/directLine.ts';
import { directLineRoutes } from './channels/directLine/routes.ts';
import { Tokens } from './channels/directLine/tokens.ts';
import { type Config, readConfig } from './config.ts';
import { CustomerServiceTerminal } from './customerServiceTerminal.ts';
import { chatPage } from './pages/chatPage.ts';
import { Sealing } from './sealing.ts';
import { botSchema } from './storage/botSchema.ts';
import { ConversationStates } from './storage/conversationStates.ts';

const clock = () => new Date();

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

/** 客服终端 with its dialogs, over whatever channel. */
function conversationHandler({ store, bank, config, log }: Parts): ConversationHandler {
  const conversationState = new ConversationState(new ConversationStates({ store, clock }));
  const properties = {
    dialogState: conversationState.createProperty('dialogState'),
    language: conversationState.createProperty('language'),
    notUnderstood: conversationState.createProperty('notUnderstood'),
  };
  const speaker = new Speaker({ language: properties.language, agentPhone: config.agentPhone });
  const { customerService, processor } = bank;
  const dialog = new MainDialog({ customerService, processor, speaker, clock }, properties);
  const terminal = new CustomerServiceTerminal({ conversationState, properties, dialog, speaker, log });
  const silent = new SilentAdapter();
  const awaited = (activity: Activity) => terminal.awaited(new TurnContext(silent, activity));
  const sealing = new Sealing({ customerService, awaited });
  return {
    seal: (activity) => sealing.seal(activity),
    handle: (turnContext) => terminal.run(turnContext),
  };
}

type Parts = { config: Config; log: Logger; keyRing: KeyRing; store: Store; bank: Bank };

async function start(config: Config, log: Logger): Promise<void> {
  const { production, demo, host } = config;
  const keyRing = KeyRing.open(config.keysFile, { clock, production });
  const store = await openStore(config.databaseUrl, [bankSchema, botSchema]);
  const bank = createBank({ store, keyRing, clock });
  if (demo) await importDemoBank({ ...bank, store, keyRing, clock });
  const handler = conversationHandler({ config, log, keyRing, store, bank });
  const tokens = new Tokens({ key: keyRing.secret('webChatTokenKey'), clock });
  const bot = { id: 'thawline', name: 'Thawline' };
  const directLine = new DirectLine({ store, tokens, handler, bot, clock, log });
  let publicUrl = config.publicUrl ?? '';
  const server = new HttpServer({
    log,
    https: publicUrl.startsWith('https:'),
    checks: { bank: () => bank.ready() },
    routes: [
      directLineRoutes({
        directLine,
        tokens,
        networkAddress: networkAddress(config.trustedProxies),
        publicUrl: () => publicUrl,
      }),
      await chatPage({ publicUrl: () => publicUrl }),
    ],
    upgrades: [(...upgrade) => directLine.upgrade(...upgrade)],
  });
  const { port } = await server.listen(host, config.port);
  publicUrl ||= `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const stopTending = tend(bank, log);
  const stopExpiring = expireConversations({ directLine, log });

  const stop = async () => {
    stopTending();
    stopExpiring();
    directLine.close();
    await server.close();
    await store.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  process.stdout.write(`Thawline is ready. Chat: ${publicUrl}/\n`);
}

function tend(bank: Bank, log: Logger): () => void {
  const timer = setInterval(() => {
    bank
      .tend()
      .catch((error: unknown) => log.error({ err: error }, 'what is past its time was not destroyed'));
  }, 1 * minutes).unref();
  return () => clearInterval(timer);
}

/** Standard output is for the line that says it is ready; the log goes to standard error. */
function createLog(level: string): Logger {
  return pino({ level, serializers: { err: loggedError } }, pino.destination({ dest: 2, sync: false }));
}

const wrongSettings = ['settingsInvalid', 'keysUnusable'];

try {
  const config = readConfig(environment());
  await start(config, createLog(config.logLevel));
} catch (error) {
  const ours = error instanceof UnfreezeError;
  process.stderr.write(
    `Thawline cannot start.\n${ours ? error.message : JSON.stringify(loggedError(error))}\n`,
  );
  process.exit(ours && wrongSettings.includes(error.code) ? 2 : 1);
}
