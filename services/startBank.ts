import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { type Brand, numberToCall } from '../brand/brand.ts';
import { EventCounter } from '../kit/events/eventCounter.ts';
import { watchDaysLeft } from '../kit/http/tls/certificateGauge.ts';
import { watchCertificates } from '../kit/http/tls/tlsCertificates.ts';
import type { OwnFile } from '../kit/store/ownFile.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import { watchAnchoring } from './audit/anchoringGauge.ts';
import { watchChaining } from './audit/chainingGauge.ts';
import { openAnchoring } from './audit/openAnchoring.ts';
import { type Bank, createBank } from './bank.ts';
import type { ServiceSettings } from './bankSettings.ts';
import { connectionTo } from './cardSystem/remote/connection.ts';
import { watchCardSystem } from './cardSystemGauges.ts';
import type { KeyedSchema } from './installation/keyedSchema.ts';
import { type Installation, openInstallation } from './installation/openInstallation.ts';
import type { MessageSender } from './notifications/messageSender.ts';
import { canSend, sendsNothing, startDelivery } from './notifications/startDelivery.ts';
import { TextForms } from './notifications/textForm.ts';
import { watchOpenUnfreezings } from './openUnfreezingsGauge.ts';
import { watchOverall } from './overallWatch.ts';
import { readPolicy } from './presetConditions/policyFile.ts';
import { CountryProfiles } from './profiles/countryProfiles.ts';
import { repliesCome } from './profiles/repliesCome.ts';
import { watchRisk } from './riskGauge.ts';
import type { KeyRing } from './security/keyRing.ts';
import { watchSending } from './sendingWatch.ts';
import { tend, waitingAtStart } from './service.ts';
import { machineCounter } from './throttling/machineCounter.ts';
import { startWebhooks } from './webhooks/startWebhooks.ts';
import { WebhookTelling } from './webhooks/webhookTelling.ts';

type StartBankOptions = {
  config: ServiceSettings;
  /** What stands in the database: the bank's side, and the bot's where both share a process. */
  schemas: KeyedSchema[];
  /** The file that marks this process as the owner of the database, as `openInstallation` takes it. */
  own?: OwnFile | undefined;
  clock: Clock;
  log: Logger;
  registry: Registry;
  /** Where the secure form is served, without a path; undefined where it is not. */
  secureFormUrl: (() => string) | undefined;
  /** Where the bot hears from the carrier what has become of a receipt, without its id; undefined where that is not known. */
  reportTo: (() => string) | undefined;
  /** The demonstration; without one the database stays as it is, and what is sent goes out. */
  demo?: Demonstration | undefined;
  brand: Brand;
};

/** Fills an empty database with made-up customers, and shows what the bank sends them; without a sender it goes nowhere. */
export type Demonstration = {
  importDemoBank(bank: FilledBank): Promise<unknown>;
  sender?: MessageSender | undefined;
};
type FilledBank = Bank & { store: Store; keyRing: KeyRing; clock: Clock };

/** `stop` ends the bank's side but for its store; to be called when nothing is served any more. */
export type StartedBank = Installation & { bank: Bank; policyDigest: string; stop: () => Promise<void> };

/**
 * The bank's side as either service runs it: opened, watched, tended, and sending what customers are promised.
 * @throws UnfreezeError `settingsInvalid`, `keysUnusable`, `keysForeign`, `storeUnavailable`
 */
export async function startBank({
  config,
  schemas,
  own,
  clock,
  log,
  registry,
  secureFormUrl,
  reportTo,
  demo,
  brand,
}: StartBankOptions): Promise<StartedBank> {
  const policy = readPolicy(config.presetConditionsFile);
  const waiting = waitingAtStart(config.startPatience, log);
  const listens = { url: config.databaseListenUrl, log };
  const installation = await openInstallation({ settings: config, clock, schemas, own, waiting, listens });
  const { store, keyRing } = installation;
  const { retention, asksForFreezings } = config;
  const cardSystemAt = config.cardSystemAt && connectionTo(config.cardSystemAt, { clock, log });
  const sender = demo && (demo.sender ?? sendsNothing);
  const sendsLinks =
    secureFormUrl !== undefined && canSend({ ...config, account: config.twilio, demo: sender });
  const { sending, ordinary } = config;
  const texts = new TextForms({
    profiles: new CountryProfiles(config.profiles),
    repliesCome: repliesCome(config.twilio),
  });
  const { webhooksTo } = config;
  const events = webhooksTo && new WebhookTelling();
  const bank = createBank({
    store,
    keyRing,
    clock,
    policy,
    retention,
    cardSystemAt,
    asksForFreezings,
    riskDecisionsAt: config.riskDecisionsAt,
    shownCounts: config.shownCounts,
    followers: events ? [events] : [],
    passwordLengths: config.passwordLengths,
    ...machineCounter(),
    sendsLinks,
    secureFormUrl,
    sending,
    texts,
    ordinary,
  });
  await bank.sealingKeys.tend();
  const policyDigest = await bank.notePolicyInForce();
  if (config.fourEyes) await bank.approvals.need();
  const parts = { ...bank, store, keyRing, clock };
  await demo?.importDemoBank(parts);
  const anchoring = openAnchoring(parts, config);
  bank.telling.countWith(
    new EventCounter(registry, {
      name: 'thawline_bank_events_total',
      help: 'What the bank’s side has done for customers, by its audit trail; the sum over all processes counts',
    }),
  );
  watchAnchoring(anchoring, registry);
  watchChaining(parts, registry);
  watchOverall(bank.overall, registry);
  watchOpenUnfreezings(bank, registry);
  watchCardSystem(bank, registry);
  const certificates = cardSystemAt?.certificates;
  if (certificates) watchDaysLeft(certificates, registry);
  const stopWatchingFiles = certificates && watchCertificates(certificates, log);
  watchRisk(bank, registry);
  const stopWatchingSending = watchSending(bank, { registry, log });
  const stopDelivering = await startDelivery({
    ...parts,
    log,
    registry,
    demo: sender,
    account: config.twilio,
    bankSenderAt: config.bankSenderAt,
    letterhead: { ...config, agentPhone: numberToCall(brand, config.agentPhone), brand },
    secureFormUrl,
    reportTo,
  });
  const stopWebhooks =
    events && webhooksTo && startWebhooks({ ...parts, telling: events, to: webhooksTo, log, registry });
  const stopTending = tend({ bank, anchoring, clock, log });
  const stop = () => {
    stopDelivering();
    stopWebhooks?.();
    stopWatchingSending();
    stopWatchingFiles?.();
    return stopTending();
  };
  return { ...installation, bank, policyDigest, stop };
}
