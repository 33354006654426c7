import type { Logger } from 'pino';
import { AnchorFile } from '../services/audit/anchorFile.ts';
import { watchAnchoring } from '../services/audit/anchoringGauge.ts';
import { AuditAnchoring } from '../services/audit/auditAnchoring.ts';
import { createBank } from '../services/bank.ts';
import { HttpBankClient } from '../services/bankApi/httpBankClient.ts';
import { openStore } from '../services/bankSettings.ts';
import { importDemoBank } from '../services/cardSystem/demoBank.ts';
import { environment } from '../services/config.ts';
import type { CustomerServiceClient } from '../services/contract/customerServiceClient.ts';
import type { ProcessorClient } from '../services/contract/processorClient.ts';
import { HttpMetrics } from '../services/http/httpMetrics.ts';
import { HttpServer } from '../services/http/httpServer.ts';
import { networkAddress } from '../services/http/networkAddress.ts';
import { KeyRing } from '../services/security/keyRing.ts';
import { createLog, startService, stopWhenAsked, tend } from '../services/service.ts';
import { bankSchema } from '../services/store/bankSchema.ts';
import type { Store } from '../services/store/store.ts';
import { expireConversations } from './channels/directLine/conversationExpiry.ts';
import { DirectLine } from './channels/directLine/directLine.ts';
import { directLineRoutes } from './channels/directLine/routes.ts';
import { Tokens } from './channels/directLine/tokens.ts';
import { type Config, readConfig } from './config.ts';
import { conversationHandler } from './conversation.ts';
import { HandoffQueue } from './handoff/handoffQueue.ts';
import { chatPage } from './pages/chatPage.ts';
import { botSchema } from './storage/botSchema.ts';
import { ConversationStates } from './storage/conversationStates.ts';

const clock = () => new Date();

type Clients = {
  customerService: CustomerServiceClient;
  processor: ProcessorClient;
  ready(): Promise<void>;
};
type Opened = { store: Store; clients: Clients; stopTending: () => Promise<void> };
type Bound = { config: Config; keyRing: KeyRing; log: Logger; metrics: HttpMetrics };

/** The bank's side: in this process, or reached over HTTP, and then nothing of the bank is kept here. */
async function openBank({ config, keyRing, log, metrics }: Bound): Promise<Opened> {
  if (config.remoteBank) {
    const store = await openStore(config.databaseUrl, [botSchema]);
    const client = new HttpBankClient(config.remoteBank);
    const clients = { customerService: client, processor: client, ready: () => client.ready() };
    return { store, clients, stopTending: async () => {} };
  }
  const store = await openStore(config.databaseUrl, [bankSchema, botSchema]);
  const bank = createBank({ store, keyRing, clock });
  if (config.demo) await importDemoBank({ ...bank, store, keyRing, clock });
  const sink = new AnchorFile(config.auditAnchors);
  const anchoring = new AuditAnchoring({ ...bank, store, keyRing, clock, sink });
  watchAnchoring(anchoring, metrics.registry);
  return { store, clients: bank, stopTending: tend({ bank, anchoring, log }) };
}

async function start(config: Config, log: Logger): Promise<void> {
  const { production, host } = config;
  const keyRing = KeyRing.open(config.keysFile, { clock, production });
  const metrics = new HttpMetrics();
  const { store, clients, stopTending } = await openBank({ config, keyRing, log, metrics });
  const handler = conversationHandler({
    storage: new ConversationStates({ store, clock }),
    clients,
    desk: new HandoffQueue({ store, clock }),
    agentHours: config.agentHours,
    agentPhone: config.agentPhone,
    clock,
    log,
  });
  const tokens = new Tokens({ key: keyRing.secret('webChatTokenKey'), clock });
  const bot = { id: 'thawline', name: 'Thawline' };
  const directLine = new DirectLine({ store, tokens, handler, bot, clock, log });
  let publicUrl = config.publicUrl ?? '';
  const server = new HttpServer({
    log,
    https: publicUrl.startsWith('https:'),
    checks: { bank: () => clients.ready() },
    routes: [
      directLineRoutes({
        directLine,
        tokens,
        networkAddress: networkAddress(config.trustedProxies),
        publicUrl: () => publicUrl,
      }),
      await chatPage({ publicUrl: () => publicUrl }),
    ],
    metrics,
    upgrades: [(...upgrade) => directLine.upgrade(...upgrade)],
  });
  const { port } = await server.listen(host, config.port);
  publicUrl ||= `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const stopExpiring = expireConversations({ directLine, log });

  stopWhenAsked(async () => {
    stopExpiring();
    directLine.close();
    await server.close();
    await stopTending();
    await store.close();
  });
  process.stdout.write(`Thawline is ready. Chat: ${publicUrl}/\n`);
}

await startService(async () => {
  const config = readConfig(environment());
  await start(config, createLog(config.logLevel));
});
