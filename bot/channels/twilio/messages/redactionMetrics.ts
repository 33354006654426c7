import { Gauge, type Registry } from 'prom-client';
import type { Redactions } from './redactions.ts';

/** Shows the operator which secrets still lie at the provider; not a number while the database is away. */
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
