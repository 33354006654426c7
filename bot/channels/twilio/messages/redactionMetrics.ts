import { Gauge, type Registry } from 'prom-client';
import type { Redactions } from './redactions.ts';

/** Metrics of the messages with a secret that are still at the provider; NaN while the database does not answer. */
export function watchRedactions(redactions: Redactions, registry: Registry): void {
  new Gauge({
    name: 'thawline_redactions_undone',
    help: 'Messages with a secret whose text waits to be blanked at the provider, or could not be',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      const { waiting, givenUp } = await redactions
        .unredacted()
        .catch(() => ({ waiting: Number.NaN, givenUp: Number.NaN }));
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'givenUp' }, givenUp);
    },
  });
}
