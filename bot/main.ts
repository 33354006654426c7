import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Carrier } from '../demo/carrier.ts';
import { demoCustomers } from '../demo/demoBank.ts';
import { Handsets } from '../demo/handsets.ts';
import { phonePage } from '../demo/phonePage.ts';
import { HttpMetrics } from '../kit/http/httpMetrics.ts';
import { HttpServer, type RouteGroup } from '../kit/http/httpServer.ts';
import { networkAddress } from '../kit/http/networkAddress.ts';
import { watchDaysLeft } from '../kit/http/tls/certificateGauge.ts';
import { fetchOverTls } from '../kit/http/tls/fetchOverTls.ts';
import { TlsCertificates, watchCertificates } from '../kit/http/tls/tlsCertificates.ts';
import { HttpBankClient } from '../services/bankApi/httpBankClient.ts';
import { environment } from '../services/config.ts';
import type { CustomerServiceClient } from '../services/contract/customerServiceClient.ts';
import type { ProcessorClient } from '../services/contract/processorClient.ts';
import { keyedBank } from '../services/installation/keyedBank.ts';
import { KeysWatch } from '../services/installation/keysWatch.ts';
import { type Installation, openInstallation } from '../services/installation/openInstallation.ts';
import type { MessageSender } from '../services/notifications/messageSender.ts';
import { secureForm } from '../services/secureForm/secureForm.ts';
import { createLog, startService, stopWhenAsked } from '../services/service.ts';
import { startBank } from '../services/startBank.ts';
import { OpenCases } from './cases/openCases.ts';
import { BotFramework } from './channels/botFramework/botFramework.ts';
import { ChannelTokens } from './channels/botFramework/channelTokens.ts';
import { frameworkCredentials } from './channels/botFramework/credentials.ts';
import { botFrameworkRoutes } from './channels/botFramework/routes.ts';
import { expireConversations } from './channels/directLine/conversationExpiry.ts';
import { DirectLine } from './channels/directLine/directLine.ts';
import { directLineRoutes } from './channels/directLine/routes.ts';
import { Tokens } from './channels/directLine/tokens.ts';
import { type Config, readConfig } from './config.ts';
import { conversationHandler } from './conversation.ts';
import { HandoffNotes } from './desk/handoffNotes.ts';
import { HandoffQueue } from './desk/handoffQueue.ts';
import { keyedBot } from './keyedBot.ts';
import { AwaitedLinks } from './links/awaitedLinks.ts';
import { LinkWatch } from './links/linkWatch.ts';
import { chatPage } from './pages/chatPage.ts';
import { embedScript } from './pages/embedScript.ts';
import type { AskedHandler } from './turn/conversationHandler.ts';
import { ConversationStates } from './turn/conversationStates.ts';
import { TurnLock } from './turn/turnLock.ts';
import { twilioChannels } from './twilioChannels.ts';

const clock = () => new Date();

type Clients = {
  customerService: CustomerServiceClient;
  processor: ProcessorClient;
  ready(): Promise<void>;
};
type Opened = Installation & {
  clients: Clients;
  policyDigest?: string;
  /** The secure form, which the bank's side serves. */
  form?: RouteGroup;
  stopTending: () => Promise<void>;
};
type Bound = {
  config: Config;
  log: Logger;
  metrics: HttpMetrics;
  publicUrl: () => string;
  demoSender: MessageSender | undefined;
};

/** The bank's side: in this process, or reached over HTTP, and then nothing of the bank is kept here. */
async function openBank({ config, log, metrics, publicUrl, demoSender }: Bound): Promise<Opened> {
  if (config.remoteBank) {
    const installation = await openInstallation({ settings: config, clock, schemas: [keyedBot] });
    const { tlsFiles: files, ...remote } = config.remoteBank;
    const certificates = files && new TlsCertificates({ files, role: 'client', clock });
    const client = new HttpBankClient({ ...remote, fetch: fetchOverTls(certificates) });
    const clients = { customerService: client, processor: client, ready: () => client.ready() };
    if (!certificates) return { ...installation, clients, stopTending: async () => {} };
    watchDaysLeft(certificates, metrics.registry);
    const stopWatching = watchCertificates(certificates, log);
    return { ...installation, clients, stopTending: async () => stopWatching() };
  }
  const { bank, policyDigest, stop, ...installation } = await startBank({
    config,
    schemas: [keyedBank, keyedBot],
    clock,
    log,
    registry: metrics.registry,
    secureFormUrl: () => config.secureFormUrl ?? publicUrl(),
    demoSender,
  });
  const form = secureForm({
    secureLinks: bank.secureLinks,
    letterhead: config,
    networkAddress: networkAddress(config.trustedProxies),
    clock,
  });
  return { ...installation, clients: bank, policyDigest, form, stopTending: stop };
}

/** The Bot Framework's channels; without a registration none in production, and elsewhere for this machine alone. */
function openBotFramework({
  config,
  handler,
  turnLock,
}: {
  config: Config;
  handler: AskedHandler;
  turnLock: TurnLock;
}): BotFramework | undefined {
  const { microsoft, production } = config;
  if (production && !microsoft) return undefined;
  const tokens = microsoft && new ChannelTokens({ appId: microsoft.appId, clock });
  return new BotFramework({
    handler,
    turnLock,
    tokens,
    credentials: frameworkCredentials(microsoft),
    clock,
  });
}

/** The address that carriers and browsers use, and the one that this machine listens at; empty until it does. */
type Addresses = { publicUrl: string; ownUrl: string };

/** The telephones of the demo bank's customers; their carrier goes over HTTP to this very service. */
function demoHandsets({ demo, twilio }: Config, addresses: Addresses) {
  if (!demo || !twilio) return undefined;
  const publicUrl = () => addresses.publicUrl;
  const reach = (url: string) => url.replace(addresses.publicUrl, addresses.ownUrl);
  const [token = ''] = twilio.tokens;
  const carrier = new Carrier({ accountSid: twilio.sid, token, publicUrl, reach });
  return { carrier, handsets: new Handsets(carrier) };
}

/** Whose telephones stand in the browser. */
const demoCallers = () => demoCustomers().map(({ latinName, phone }) => ({ name: latinName, number: phone }));

async function start(config: Config, log: Logger): Promise<void> {
  const { host, webChatOrigins } = config;
  const metrics = new HttpMetrics();
  const addresses: Addresses = { publicUrl: config.publicUrl ?? '', ownUrl: '' };
  const publicUrl = () => addresses.publicUrl;
  const phones = demoHandsets(config, addresses);
  const demoSender = phones?.handsets;
  const opened = await openBank({ config, log, metrics, publicUrl, demoSender });
  const { store, keyRing, databaseKeys, clients, policyDigest, form, stopTending } = opened;
  const handoffNotes = new HandoffNotes({ store, ...clients, clock, pause: setTimeout, log });
  const secret = keyRing.secret('webChatTokenKey');
  const awaitedLinks = new AwaitedLinks({ store, secret, clock, log });
  const handler = conversationHandler({
    storage: new ConversationStates({ store, clock }),
    clients,
    desk: new HandoffQueue({ store, clock }),
    handoffNotes,
    agentHours: config.agentHours,
    agentPhone: config.agentPhone,
    messagingSecrets: config.messagingSecrets,
    cases: new OpenCases({ store, secret, clock, pause: setTimeout, log }),
    awaitedLinks,
    clock,
    pause: setTimeout,
    log,
  });
  const turnLock = new TurnLock({ store, clock, pause: setTimeout });
  const tokens = new Tokens({ key: secret, clock });
  const bot = { id: 'thawline', name: 'Thawline' };
  const directLine = new DirectLine({
    store,
    tokens,
    handler,
    turnLock,
    bot,
    clock,
    log,
    keptFor: config.conversationsKeptFor,
  });
  const framework = openBotFramework({ config, handler, turnLock });
  const twilio = twilioChannels({
    config,
    store,
    handler,
    turnLock,
    secret,
    publicUrl,
    clock,
    log,
    registry: metrics.registry,
  });
  const keys = new KeysWatch({ databaseKeys, log });
  const server = new HttpServer({
    log,
    https: addresses.publicUrl.startsWith('https:'),
    checks: { bank: () => clients.ready(), database: () => store.writable(), keys: () => keys.look() },
    routes: [
      directLineRoutes({
        directLine,
        tokens,
        networkAddress: networkAddress(config.trustedProxies),
        publicUrl,
      }),
      ...(framework
        ? [botFrameworkRoutes({ framework, networkAddress: networkAddress(config.trustedProxies) })]
        : []),
      chatPage({ publicUrl, webChatOrigins }),
      embedScript(),
      ...(form ? [form] : []),
      ...(twilio?.routes ?? []),
      ...(phones ? [phonePage({ ...phones, callers: demoCallers(), publicUrl, clock })] : []),
    ],
    metrics,
    upgrades: [(...upgrade) => directLine.upgrade(...upgrade)],
  });
  const { port } = await server.listen(host, config.port);
  addresses.ownUrl = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  addresses.publicUrl ||= addresses.ownUrl;
  if (policyDigest) log.info({ policy: policyDigest }, 'the preset conditions in force');
  const stopExpiring = expireConversations({ directLine, log });
  const stopRedacting = await twilio?.startRedacting();
  const stopNoting = handoffNotes.keepTelling();
  const stopLooking = keys.start();
  const channels = framework ? [directLine, framework] : [directLine];
  const { processor } = clients;
  const stopWatching = new LinkWatch({ links: awaitedLinks, processor, channels, clock, log }).start();

  stopWhenAsked(async () => {
    stopExpiring();
    stopRedacting?.();
    stopNoting();
    stopLooking();
    stopWatching();
    directLine.close();
    await server.close();
    await stopTending();
    await store.close();
  });
  process.stdout.write(
    `Thawline is ready. Chat: ${publicUrl()}/${phones ? ` Telephone: ${publicUrl()}/phone` : ''}\n`,
  );
}

await startService(async () => {
  const config = readConfig(environment());
  await start(config, createLog(config.logLevel));
});
