import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Sentences } from '../dialogs/messages/wording.ts';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import type { RotatingSecret } from '../kit/rotatingSecret.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import type { ReceiptsClient } from '../services/contract/receiptsClient.ts';
import { MessageMetrics } from './channels/twilio/messages/messageMetrics.ts';
import type { MessagesDependencies } from './channels/twilio/messages/messages.ts';
import { startRedacting } from './channels/twilio/messages/startRedacting.ts';
import type { Reported } from './channels/twilio/status/statusRoute.ts';
import type { IsUnfinished, PersonsOnTheLine } from './channels/twilio/voice/calls.ts';
import type { Config } from './config.ts';
import { messagingRoutes } from './messaging.ts';
import { telephoneRoutes } from './telephone.ts';
import type { Urgency } from './turn/terminal.ts';
import type { Turns } from './turn/turns.ts';

type TwilioChannelsOptions = {
  config: Config;
  sentences: Sentences;
  store: Store;
  turns: Pick<Turns<never>, 'takeSoon' | 'standing'>;
  isUnfinished: IsUnfinished;
  /** What of a message must be heard whatever else it is. */
  urgency: Urgency;
  receipts: Pick<ReceiptsClient, 'reportReceipt'>;
  optOuts: MessagesDependencies['optOuts'];
  /** The people at the desk, to whom calls are put through. */
  persons: PersonsOnTheLine | undefined;
  /** The secret from which the pseudonyms of customers' numbers are made. */
  secret: RotatingSecret;
  publicUrl: () => string;
  clock: Clock;
  log: Logger;
  registry: Registry;
  ceilings: MessagesDependencies['ceilings'];
  /** Said in messages; `AGENT_PHONE` alone is where calls are passed on to. */
  numberToCall: string | undefined;
};

/** What Twilio brings, and what is to begin once it is served: that ends with what `startRedacting` returns. */
export type TwilioChannels = { routes: RouteGroup[]; startRedacting: () => Promise<() => void> };

/** The telephone, SMS and WhatsApp; undefined without an account. */
export function twilioChannels({
  config,
  registry,
  numberToCall,
  ...parts
}: TwilioChannelsOptions): TwilioChannels | undefined {
  const { twilio: account, voices, agentPhone, agentHours, demoCallers } = config;
  const demo = config.demo || demoCallers !== undefined;
  if (!account) return undefined;
  const { store, clock, log } = parts;
  const metrics = new MessageMetrics({ registry, log });
  const message: MessageMetrics['report'] = (status) => metrics.report(status);
  const receipt: Reported['receipt'] = (report) => parts.receipts.reportReceipt(report);
  const shared = { ...parts, account };
  return {
    routes: [
      telephoneRoutes({ ...shared, agentPhone, voices, agentHours, message, receipt }),
      messagingRoutes({ ...shared, agentPhone: numberToCall, metrics }),
    ],
    startRedacting: () => startRedacting({ account, demo, registry, store, clock, log }),
  };
}
