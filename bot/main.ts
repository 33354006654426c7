import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { numberToCall } from '../brand/brand.ts';
import { EventCounter } from '../kit/events/eventCounter.ts';
import { HttpMetrics } from '../kit/http/httpMetrics.ts';
import { HttpServer } from '../kit/http/httpServer.ts';
import { Lifetime } from '../kit/http/lifetime.ts';
import { openManagement, showsMetrics } from '../kit/http/management.ts';
import { networkAddress as networkAddressOf } from '../kit/http/networkAddress.ts';
import { watchWork } from '../kit/http/workMetrics.ts';
import { CountExchange } from '../kit/limits/countExchange.ts';
import { SharedCounts } from '../kit/limits/sharedCounts.ts';
import { openTelemetry } from '../kit/openTelemetry.ts';
import { keepPages } from '../kit/pages/keepPages.ts';
import { Slips } from '../kit/slips.ts';
import { OwnFile } from '../kit/store/ownFile.ts';
import { seconds } from '../kit/time.ts';
import { environment } from '../services/config.ts';
import { stopWhenAsked } from '../services/ending.ts';
import { KeysWatch } from '../services/installation/keysWatch.ts';
import { pagesOf } from '../services/pagesOf.ts';
import { createLog, startService } from '../services/service.ts';
import { openAnswerCeilings } from './answerCeilings.ts';
import { OpenCases } from './cases/openCases.ts';
import { botFrameworkRoutes } from './channels/botFramework/routes.ts';
import { DirectLine } from './channels/directLine/directLine.ts';
import { ProofOfWork } from './channels/directLine/proofOfWork.ts';
import { directLineRoutes } from './channels/directLine/routes.ts';
import { SocketPlaces } from './channels/directLine/socketPlaces.ts';
import { ConversationTokens, type Once } from './channels/directLine/tokens.ts';
import { type Config, readConfig } from './config.ts';
import { customerServiceTerminal } from './conversation.ts';
import { AuditedHandoffs } from './desk/handoffNotes.ts';
import { UnreachedOwners } from './desk/unreachedOwners.ts';
import { openDeskRoutes } from './deskRoutes.ts';
import { KeptDisownments } from './disowning/keptDisownments.ts';
import { UntoldOptOuts } from './disowning/untoldOptOuts.ts';
import { EventGathering } from './events/gathering.ts';
import { ReturnMarks } from './events/returnMarks.ts';
import { expireConversations } from './expireConversations.ts';
import { sharedCounts } from './limits/sharedCountsTable.ts';
import { StoredAwaitedLinks } from './links/awaitedLinks.ts';
import { LinkWatch } from './links/linkWatch.ts';
import { modelsOf } from './modelsOf.ts';
import { openBank } from './openBank.ts';
import { openBotFramework } from './openBotFramework.ts';
import { openBrand } from './openBrand.ts';
import { openCarrier } from './openCarrier.ts';
import { type Addresses, openDemo } from './openDemo.ts';
import { openDesk } from './openDesk.ts';
import { openDeskLogIn } from './openDeskLogIn.ts';
import { openToldCalls } from './openToldCalls.ts';
import { openUnaskedMessages } from './openUnaskedMessages.ts';
import { openWeChat } from './openWeChat.ts';
import { BotPageFileRows } from './pageFilesTable.ts';
import { chatPageRoutes } from './pages/chatPage.ts';
import { embedScript } from './pages/embedScript.ts';
import { reachableChannels } from './reachableChannels.ts';
import { readyWords } from './readyWords.ts';
import { keepRecovering } from './turn/recovery.ts';
import { Turns } from './turn/turns.ts';
import { twilioChannels } from './twilioChannels.ts';

const clock = () => new Date();

/** The longest wait for turns in progress when a process ends; unfinished ones are repeated by the next process. */
const patienceAtTheEnd = 10 * seconds;

async function start(config: Config, log: Logger): Promise<void> {
  const { host, webChatOrigins } = config;
  const endSpans = config.spansAt && (await openTelemetry(config.spansAt, 'thawline bot'));
  const { brand, sentences, topics } = openBrand(config);
  const agentPhone = numberToCall(brand, config.agentPhone);
  const metrics = new HttpMetrics();
  watchWork(metrics.registry);
  const lifetime = new Lifetime();
  const closeManagement = await openManagement({ at: config, lifetime, metrics, log });
  const slips = new Slips({ log, registry: metrics.registry });
  for (const slip of config.slips) slips.notice(slip);
  const networkAddress = networkAddressOf(config.trustedProxies, slips.notice);
  const addresses: Addresses = { publicUrl: config.publicUrl ?? '', ownUrl: '' };
  const publicUrl = () => addresses.publicUrl;
  const pages = pagesOf(config);
  modelsOf(config, log);
  const demo = await openDemo(config, { pages, addresses, clock });
  const own = OwnFile.of(config.databaseUrl);
  const opened = await openBank({
    ...{ config, clock, networkAddress, pages, log, metrics, publicUrl, demo, own, brand },
    people: demo?.people?.provider,
  });
  const { store, keyRing, databaseKeys, keeperWatch, clients, beside, policyDigest, stopTending } = opened;
  const stopKeepingPages = await keepPages({ pages, store, rows: BotPageFileRows, clock, log });
  const counts = new SharedCounts({ clock });
  const exchange = new CountExchange({ store, counts, table: sharedCounts, log });
  const { registry } = metrics;
  const answers = await openAnswerCeilings({ config, ...opened, counts, clock, log, registry });
  const handoffNotes = new AuditedHandoffs({ store, ...clients, clock, pause: setTimeout, log });
  const secret = () => keyRing.secrets('webChatTokenKey');
  const { customerService } = clients;
  const disowning = new KeptDisownments({ store, customerService, secret, clock, log });
  const awaitedLinks = new StoredAwaitedLinks({ store, secret, reachable: reachableChannels, clock, log });
  const carrier = openCarrier(config, () => addresses.ownUrl);
  const atDesk = openDesk({
    isOn: config.desk,
    reachesCarrier: carrier !== undefined,
    telephones: { own: config.agentLines, shared: config.agentPhone?.replace(/[ -]/g, '') },
    store,
    secret,
    chatwoot: config.chatwoot,
    brand,
    clock,
    log,
  });
  const { queue: desk, persons, startTelling } = atDesk;
  const terminal = customerServiceTerminal({
    clients,
    desk,
    handoffNotes,
    persons,
    agentHours: config.agentHours,
    ...{ agentPhone, sentences, topics },
    cardNumbers: config.cardNumbers,
    passwordLengths: config.passwordLengths,
    ...{ keepsMissed: config.keepsMissed, asksWhetherSolved: config.asksWhetherSolved },
    returnMarks: new ReturnMarks({ secret, clock }),
    messagingSecrets: config.messagingSecrets,
    cases: new OpenCases({ store, moves: handoffNotes, secret, clock, pause: setTimeout, log }),
    awaitedLinks,
    disowning,
    clock,
    pause: setTimeout,
    log,
  });
  const turns = new Turns({ store, terminal, clock, pause: setTimeout, log, isAlone: own !== undefined });
  const once: Once = (...used) => exchange.first(...used);
  const tokens = new ConversationTokens({ keys: secret, clock, once });
  const places = new SocketPlaces({ most: config.traffic.sockets, networkAddress });
  const bot = { id: 'thawline', name: brand.short?.en ?? brand.bank.en };
  const directLine = new DirectLine({
    store,
    tokens,
    turns,
    bot,
    clock,
    log,
    keptFor: config.conversationsKeptFor,
    places,
  });
  const framework = openBotFramework({ config, turns, clock });
  const optOuts = new UntoldOptOuts({ store, ...clients, secret, clock, log });
  const twilio = twilioChannels({
    config,
    sentences,
    store,
    turns,
    isUnfinished: (...left) => terminal.isUnfinished(...left),
    urgency: terminal,
    receipts: clients.receipts,
    optOuts,
    persons: atDesk.lines,
    secret,
    publicUrl,
    clock,
    log,
    registry,
    ceilings: answers?.ceilings,
    numberToCall: agentPhone,
  });
  const { weChat: account } = config;
  const weChat = account && openWeChat({ account, sentences, agentPhone, secret, turns, clock, log });
  const logIn = openDeskLogIn({
    ...{ config, store, demo: demo?.people?.provider, publicUrl, secret, networkAddress, clock, log },
  });
  const keys = new KeysWatch({ databaseKeys, keyRing, keeperWatch, log });
  const server = new HttpServer({
    log,
    https: addresses.publicUrl.startsWith('https:'),
    trustsTrace: config.trustsTrace,
    lifetime,
    showsMetrics: showsMetrics(config),
    isOpen: keys.assertRight,
    timeLimits: config.timeLimits,
    routes: [
      directLineRoutes({
        directLine,
        tokens,
        networkAddress,
        publicUrl,
        traffic: config.traffic,
        counts,
        secret,
        work: new ProofOfWork({ secret, clock, once }),
      }),
      ...(framework
        ? [botFrameworkRoutes({ framework, networkAddress, activitiesPerMinute: config.traffic.activities })]
        : []),
      chatPageRoutes({ publicUrl, webChatOrigins, pages, brand, agentPhone }),
      embedScript(pages, brand),
      ...opened.routes,
      ...(twilio?.routes ?? []),
      ...(weChat ? [weChat] : []),
      ...(logIn ? [logIn.routes] : []),
      ...openDeskRoutes({ ...atDesk, logIn, token: config.deskToken, pages, brand }),
      ...(demo?.page ? [demo.page] : []),
      ...(demo?.people ? [demo.people.page] : []),
    ],
    metrics,
    upgrades: [(...upgrade) => directLine.upgrade(...upgrade)],
  });
  const { port } = await server.listen(host, config.port);
  addresses.ownUrl = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  addresses.publicUrl ||= addresses.ownUrl;
  const channels = framework ? [directLine, framework] : [directLine];
  const told = carrier && { config, agentPhone, carrier, turns, store, sentences, publicUrl, clock };
  const overCarrier = told ? [openUnaskedMessages(told), openToldCalls(told)] : [];
  const counter = new EventCounter(registry, {
    name: 'thawline_conversation_events_total',
    help: 'What has happened in conversations, once it is written down; the sum over all processes counts',
  });
  const stopGathering = new EventGathering({ store, counter, log }).keepGathering();
  /** What ends the work that goes on beside requests. */
  const ends = [
    stopKeepingPages,
    expireConversations({
      store,
      kept: { RETENTION_CONVERSATIONS: config.conversationsKeptFor, ...config.eventsKeptFor },
      clock,
      log,
      ended: (ids) => directLine.ended(ids),
    }),
    keepRecovering({
      turns,
      log,
      formOf: (lost) => channels.find((one) => one.reaches(lost.reference.channelId))?.recovered(lost),
    }),
    await twilio?.startRedacting(),
    handoffNotes.keepTelling(),
    disowning.keepTelling(),
    optOuts.keepTelling(),
    new UnreachedOwners({ ...clients, desk, log }).keepLooking(),
    keys.start(),
    exchange.start(),
    answers?.stop,
    store.keepTrying(),
    startTelling([...channels, ...overCarrier]),
    new LinkWatch({ links: awaitedLinks, processor: clients.processor, channels, clock, log }).start(),
    () => directLine.close(),
  ];

  lifetime.serves({
    needed: { database: () => store.writable(), keys: () => keys.look() },
    beside: { ...beside, ...keys.beside },
  });
  const stop = async () => {
    for (const end of ends) end?.();
    await server.close();
    await turns.settle(patienceAtTheEnd);
    await stopGathering();
    await exchange.round();
    await stopTending();
    await store.close();
    await own?.release();
    await closeManagement();
    await endSpans?.();
  };
  const { stopGrace: grace } = config;
  stopWhenAsked({ lifetime, grace, log, leave: (time) => directLine.leave(time), stop });
  process.stdout.write(await readyWords({ publicUrl: publicUrl(), demo, isFrozen: opened.isFrozen }));
  if (policyDigest) log.info({ policy: policyDigest }, 'the preset conditions in force');
}

await startService(async () => {
  const config = readConfig(environment());
  await start(config, createLog(config.logLevel));
});
