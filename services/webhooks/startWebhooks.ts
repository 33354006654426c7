import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { fetchOverTls } from '../../kit/http/tls/fetchOverTls.ts';
import { Rounds } from '../../kit/rounds.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, seconds } from '../../kit/time.ts';
import { undeliveredGauge } from '../../kit/undeliveredGauge.ts';
import { WebhookDelivery } from './webhookDelivery.ts';
import type { WebhookAddress } from './webhookSettings.ts';
import type { WebhookTelling } from './webhookTelling.ts';

type StartWebhooksOptions = {
  store: Store;
  telling: WebhookTelling;
  to: WebhookAddress;
  clock: Clock;
  log: Logger;
  registry: Registry;
};

/** Delivers events soon after they have happened, and looks for what is due again. @returns what ends it */
export function startWebhooks({ telling, registry, ...parts }: StartWebhooksOptions): () => void {
  // A bank's gateway may not speak TLS 1.3 yet.
  const delivery = new WebhookDelivery({ ...parts, fetch: fetchOverTls(undefined, 'TLSv1.2') });
  undeliveredGauge(
    {
      name: 'thawline_webhook_events_undelivered',
      help: 'Events for the bank’s own system that wait to be taken, or were given up; the same from every process',
    },
    () => delivery.undelivered(),
    registry,
  );
  const trouble = 'events could not be brought to the bank’s own system';
  const work = () => delivery.deliverDue();
  const rounds = new Rounds({ work, every: 5 * seconds, log: parts.log, trouble });
  telling.tellSoonWith(() => void rounds.now());
  return rounds.start();
}
