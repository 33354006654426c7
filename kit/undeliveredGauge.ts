import { Gauge, type Registry } from 'prom-client';

type Undelivered = () => Promise<{ waiting: number; givenUp: number }>;

/** Shows the operator what waits to go out, or was given up. The value is NaN while the database cannot be reached. */
export function undeliveredGauge(
  { name, help }: { name: string; help: string },
  undelivered: Undelivered,
  registry: Registry,
): void {
  new Gauge({
    ...{ name, help, labelNames: ['state'] as const, registers: [registry] },
    async collect() {
      const { waiting, givenUp } = await undelivered().catch(() => ({
        waiting: Number.NaN,
        givenUp: Number.NaN,
      }));
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'givenUp' }, givenUp);
    },
  });
}
