import { PreparedTable } from '../store/preparedTable.ts';
import type { EntityManager } from '../store/query.ts';
import { type EventHourRow, type EventRow, type EventTables, toldFields } from './eventTables.ts';

/** Fewer values than a statement of either database may have. */
const atOnce = 500;

/** Writes events of one half, each once and for good, and counts them in their hours. */
export class EventWriting {
  readonly #events: PreparedTable<EventRow>;
  readonly #hours: PreparedTable<EventHourRow>;

  constructor({ events, hours }: EventTables) {
    this.#events = new PreparedTable(events);
    this.#hours = new PreparedTable(hours);
  }

  /**
   * Writes events. Is called in the transaction that makes certain that they are written once.
   * @param counted what is only counted in its hour
   */
  async write(
    manager: EntityManager,
    rows: readonly EventRow[],
    counted: readonly EventRow[] = [],
  ): Promise<void> {
    for (let from = 0; from < rows.length; from += atOnce)
      await this.#events.insert(manager, rows.slice(from, from + atOnce));
    const hours = [...hoursOf([...rows, ...counted]).values()].sort((one, other) =>
      one.id < other.id ? -1 : 1,
    );
    for (let from = 0; from < hours.length; from += atOnce)
      await this.#hours.insertOrAdd(manager, hours.slice(from, from + atOnce), 'count');
  }
}

/** The rows by the hour, always in the same order, so that no two writers wait for each other. */
function hoursOf(rows: readonly EventRow[]): Map<string, EventHourRow> {
  const hours = new Map<string, EventHourRow>();
  for (const row of rows) {
    const hour = `${row.at.slice(0, 13)}:00:00.000Z`;
    const facts = Object.fromEntries(toldFields.map((name) => [name, row[name]])) as Pick<
      EventRow,
      (typeof toldFields)[number]
    >;
    const id = [hour, ...toldFields.map((name) => row[name])].join('|');
    const before = hours.get(id);
    hours.set(id, { id, hour, ...facts, count: (before?.count ?? 0) + 1 });
  }
  return hours;
}
