import { Counter, type Registry } from 'prom-client';
import { type Event, toldFields } from './eventTables.ts';

/** What has happened, counted for `/metrics` by the process that wrote it down: the sum over all processes is the truth. */
export class EventCounter {
  readonly #counter: Counter;

  constructor(registry: Registry, { name, help }: { name: string; help: string }) {
    this.#counter = new Counter({ name, help, labelNames: toldFields, registers: [registry] });
  }

  /** @param events that are committed */
  count(events: readonly Event[]): void {
    for (const event of events)
      this.#counter.inc(Object.fromEntries(toldFields.map((name) => [name, event[name]])));
  }
}
