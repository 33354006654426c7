import type { Logger } from 'pino';
import type { EventCounter } from '../../kit/events/eventCounter.ts';
import type { EventRow } from '../../kit/events/eventTables.ts';
import { EventWriting } from '../../kit/events/writeEvents.ts';
import { Rounds } from '../../kit/rounds.ts';
import { plainSql } from '../../kit/store/plainSql.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { seconds } from '../../kit/time.ts';
import type { MarkedEvent } from './caseEvents.ts';
import { botEvents } from './eventsTables.ts';
import { Returns } from './returns.ts';

const atOnce = 200;

type EventGatheringDependencies = { store: Store; counter?: EventCounter; log: Logger };
type Found = { id: string; events: string };

/** How long a turn took: told of each, and kept in the counts of hours alone. */
export const turnKind = 'turn';

/**
 * Takes what turns have told out of their deliveries and into the table of events. A turn writes what it tells with its delivery,
 * in the same row: it costs no statement of its own, and is there if and only if the turn is.
 */
export class EventGathering {
  readonly #parts: EventGatheringDependencies;
  readonly #writing = new EventWriting(botEvents);
  readonly #returns = new Returns();

  constructor(parts: EventGatheringDependencies) {
    this.#parts = parts;
  }

  /** Gathers all that there is. */
  async gather(): Promise<void> {
    const { store, counter } = this.#parts;
    const find = (manager: EntityManager) => waiting(manager, 1);
    while ((await store.read(find)).length > 0) {
      const rows = await store.transaction([], (manager) => this.#gatherSome(manager));
      // What is left is in the hands of another process.
      if (rows === undefined) return;
      counter?.count(rows);
    }
  }

  /** Gathers again and again. @returns what ends that, with a last round */
  keepGathering(): () => Promise<void> {
    const { log } = this.#parts;
    const trouble = 'what turns have told was not gathered';
    const rounds = new Rounds({ work: () => this.gather(), every: 1 * seconds, log, trouble });
    const stop = rounds.start();
    return () => {
      stop();
      return rounds.last();
    };
  }

  async #gatherSome(manager: EntityManager): Promise<EventRow[] | undefined> {
    const isPostgres = manager.connection.options.type === 'postgres';
    const found = await waiting(manager, atOnce, isPostgres ? 'FOR UPDATE SKIP LOCKED' : '');
    if (found.length === 0) return undefined;
    const told = found.flatMap(({ id, events }) =>
      (JSON.parse(events) as MarkedEvent[]).map((event, place) => ({ id: `${id}.${place}`, ...event })),
    );
    const [times, happened] = [true, false].map((isTime) =>
      told.filter(({ kind }) => (kind === turnKind) === isTime),
    );
    const rows = await this.#returns.follow(manager, happened ?? []);
    await this.#writing.write(manager, rows, times);
    const ids = found.map(({ id }) => id);
    const places = ids.map(() => '?').join(', ');
    await plainSql(manager, `UPDATE deliveries SET events = NULL WHERE id IN (${places})`, ids);
    return rows;
  }
}

function waiting(manager: EntityManager, most: number, rest = ''): Promise<Found[]> {
  const statement = `SELECT id, events FROM deliveries WHERE events IS NOT NULL ORDER BY arrived_at LIMIT ${most} ${rest}`;
  return plainSql<Found>(manager, statement, []);
}
