import { Gauge, type Registry } from 'prom-client';
import type { OutboxDelivery } from './delivery.ts';

/**
 * Shows the operator the messages that customers were promised and have not received. The value is NaN while the
 * database cannot be reached.
 */
export function watchDelivery(delivery: OutboxDelivery, registry: Registry): void {
  new Gauge({
    name: 'thawline_messages_undelivered',
    help: 'Messages to customers that wait to be sent, or were given up',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      const { waiting, givenUp } = await delivery
        .undelivered()
        .catch(() => ({ waiting: Number.NaN, givenUp: Number.NaN }));
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'givenUp' }, givenUp);
    },
  });
}
