import type { Logger } from 'pino';
import { type Brand, numberToCall } from '../brand/brand.ts';
import type { HttpMetrics } from '../kit/http/httpMetrics.ts';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import type { NetworkAddress } from '../kit/http/networkAddress.ts';
import { watchDaysLeft } from '../kit/http/tls/certificateGauge.ts';
import { fetchOverTls } from '../kit/http/tls/fetchOverTls.ts';
import { TlsCertificates, watchCertificates } from '../kit/http/tls/tlsCertificates.ts';
import type { IdentityProvider } from '../kit/login/identityProvider.ts';
import type { Pages } from '../kit/pages/openPages.ts';
import type { OwnFile } from '../kit/store/ownFile.ts';
import type { Clock } from '../kit/time.ts';
import { HttpBankClient } from '../services/bankApi/httpBankClient.ts';
import { cardSystemRoutes } from '../services/bankApi/routes.ts';
import type { CustomerServiceClient } from '../services/contract/customerServiceClient.ts';
import type { ProcessorClient } from '../services/contract/processorClient.ts';
import { receiptReportsAddress } from '../services/contract/receipts.ts';
import type { OptOutsClient, ReceiptsClient } from '../services/contract/receiptsClient.ts';
import { type Installation, openInstallation } from '../services/installation/openInstallation.ts';
import { keyedBank } from '../services/keyedBank.ts';
import { openOperatorPage } from '../services/openOperatorPage.ts';
import { secureFormRoutes } from '../services/secureForm/secureForm.ts';
import { waitingAtStart } from '../services/service.ts';
import { type Demonstration, startBank } from '../services/startBank.ts';
import type { Config } from './config.ts';
import { HandoffQueue } from './desk/handoffQueue.ts';
import { BotReadings } from './events/readings.ts';
import { keyedBot } from './keyedBot.ts';
import { readingsRoutes } from './readingsRoutes.ts';
import type { IsFrozen } from './readyWords.ts';

type Clients = {
  customerService: CustomerServiceClient;
  processor: ProcessorClient;
  receipts: ReceiptsClient;
  optOuts: OptOutsClient;
};
type Opened = Installation & {
  clients: Clients;
  /** The countries of the registered customers, where these are in this process. */
  customerCountries?: () => Promise<ReadonlySet<string>>;
  /** What can be away without this process being away: the bank's side, or its card system. */
  beside: Record<string, () => Promise<void>>;
  policyDigest?: string;
  isFrozen?: IsFrozen;
  /**
   * What is served of the bank's side: the secure form, the operator's page where people can log in to it, and the addresses for its
   * card system; where it is elsewhere, what it reads here.
   */
  routes: RouteGroup[];
  stopTending: () => Promise<void>;
};
type Bound = {
  clock: Clock;
  pages: Pages;
  config: Config;
  networkAddress: NetworkAddress;
  log: Logger;
  metrics: HttpMetrics;
  publicUrl: () => string;
  demo: Demonstration | undefined;
  /** The demo bank's people. */
  people: IdentityProvider | undefined;
  own: OwnFile | undefined;
  brand: Brand;
};

/** The bank's side: in this process, or reached over HTTP, and then nothing of the bank is kept here. */
export async function openBank({
  config,
  clock,
  networkAddress,
  pages,
  log,
  metrics,
  publicUrl,
  demo,
  people,
  own,
  brand,
}: Bound): Promise<Opened> {
  if (config.remoteBank) {
    const waiting = waitingAtStart(config.startPatience, log);
    const listens = { url: config.databaseListenUrl, log };
    const opening = { settings: config, clock, schemas: [keyedBot], own, waiting, listens };
    const installation = await openInstallation(opening);
    const { tlsFiles: files, ...remote } = config.remoteBank;
    const certificates = files && new TlsCertificates({ files, role: 'client', clock });
    const client = new HttpBankClient({ ...remote, fetch: fetchOverTls(certificates) });
    const clients = { customerService: client, processor: client, receipts: client, optOuts: client };
    const beside = { bank: () => client.ready() };
    const { conversationsToken: token, keepsMissed } = config;
    const readings = new BotReadings({ ...installation, keepsMissed });
    const routes = token ? [readingsRoutes({ readings, token })] : [];
    const opened = { ...installation, clients, beside, routes };
    if (!certificates) return { ...opened, stopTending: async () => {} };
    watchDaysLeft(certificates, metrics.registry);
    const stopWatching = watchCertificates(certificates, log);
    return { ...opened, stopTending: async () => stopWatching() };
  }
  const { bank, policyDigest, stop, ...installation } = await startBank({
    config,
    schemas: [keyedBank, keyedBot],
    clock,
    log,
    registry: metrics.registry,
    secureFormUrl: () => config.secureFormUrl ?? publicUrl(),
    reportTo: () => `${publicUrl()}${receiptReportsAddress}`,
    demo,
    own,
    brand,
  });
  const form = secureFormRoutes({
    secureLinks: bank.secureLinks,
    secureCodes: bank.secureCodes,
    letterhead: { ...config, agentPhone: numberToCall(brand, config.agentPhone), brand },
    networkAddress,
    pages,
    clock,
  });
  const operator = openOperatorPage({
    ...{ config, bank, ...installation, publicUrl, networkAddress, pages, clock, log },
    demo: people,
    conversations: new BotReadings({ ...installation, ...config }),
    casesOfPeople: new HandoffQueue({ ...installation, clock }),
  });
  const { customerCountries, cardSystem } = bank;
  const isFrozen = async (number: string) =>
    (await cardSystem.find(await cardSystem.referenceOf(number)))?.card.status === 'frozen';
  const beside = { cardSystem: () => bank.cardSystemReady() };
  return {
    ...installation,
    clients: bank,
    beside,
    customerCountries,
    policyDigest,
    isFrozen,
    routes: [
      form,
      ...(operator ? [operator] : []),
      ...(config.noticeToken ? [cardSystemRoutes({ bank, token: config.noticeToken })] : []),
    ],
    stopTending: stop,
  };
}
