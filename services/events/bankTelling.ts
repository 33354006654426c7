import type { EventCounter } from '../../kit/events/eventCounter.ts';
import type { EventRow } from '../../kit/events/eventTables.ts';
import { EventWriting } from '../../kit/events/writeEvents.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { ChainingFollower } from '../audit/auditChaining.ts';
import type { AuditRow } from '../tables/auditEntry.ts';
import { bankEventOf } from './bankEventOf.ts';
import { bankEvents } from './bankEventsTables.ts';

/**
 * The events of the bank's side follow from its audit trail: an entry commits with what it tells of, and becomes an event in the
 * transaction that gives it its place in the chain, once.
 */
export class BankTelling implements ChainingFollower {
  readonly #writing = new EventWriting(bankEvents);
  #counter: EventCounter | undefined;

  /** Begins to count for the metrics what this process adds to the trail. */
  countWith(counter: EventCounter): void {
    this.#counter = counter;
  }

  async write(manager: EntityManager, entries: readonly AuditRow[]): Promise<void> {
    const events = eventsOf(entries);
    if (events.length > 0) await this.#writing.write(manager, events);
  }

  committed(entries: readonly AuditRow[]): void {
    this.#counter?.count(eventsOf(entries));
  }
}

function eventsOf(entries: readonly AuditRow[]): EventRow[] {
  return entries.flatMap((entry) => bankEventOf(entry) ?? []);
}
