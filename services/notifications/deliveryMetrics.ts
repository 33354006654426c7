import { Gauge, type Registry } from 'prom-client';
import type { Delivery } from './delivery.ts';

/** Shows the operator what customers were promised and have not got; not a number while the database is away. */
export function watchDelivery(delivery: Delivery, registry: Registry): void {
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
