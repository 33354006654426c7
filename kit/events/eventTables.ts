import { EntitySchema } from 'typeorm';
import { ago, expiringRows } from '../retention/expiring.ts';
import type { OwnedTable } from '../retention/ownedTable.ts';
import { type Periods, periodSetting } from '../retention/period.ts';
import { columnOf, count, key, text } from '../store/columns.ts';
import { laterMigration } from '../store/laterMigration.ts';
import { LessThan } from '../store/query.ts';
import type { Instant } from '../time.ts';

/**
 * What is told of something that has happened, each an empty text where there is nothing to say: few values each, so that they can be
 * counted by. None of them says whose it is.
 */
export const toldFields = [
  'kind',
  'channel',
  'language',
  'step',
  'outcome',
  'reason',
  'policy',
  'release',
] as const;
export type ToldEvent = Record<(typeof toldFields)[number], string>;

/** Something that has happened. `subject` is what it happened in, by an id of its own that names nobody. */
export type Event = { at: Instant; subject: string } & ToldEvent;
export type EventRow = { id: string } & Event;

/** How often the same was told in an hour, which `hour` is the beginning of. */
export type EventHourRow = { id: string; hour: Instant; count: number } & ToldEvent;

/** The tables of one half: what has happened, and how often in each hour. */
export type EventTables = { events: EntitySchema<EventRow>; hours: EntitySchema<EventHourRow> };

const columns = Object.fromEntries(toldFields.map((name) => [name, text])) as Record<
  keyof ToldEvent,
  typeof text
>;

/** @param prefix of the names of the tables, `bot` for `bot_events` and `bot_event_hours` */
export function eventTables(prefix: string): EventTables {
  const [events, hours] = [`${prefix}_events`, `${prefix}_event_hours`];
  return {
    events: new EntitySchema<EventRow>({
      name: events,
      columns: { id: key, at: text, subject: text, ...columns },
      indices: [
        { name: `${events}_at`, columns: ['at'] },
        { name: `${events}_subject`, columns: ['subject', 'at'] },
      ],
    }),
    hours: new EntitySchema<EventHourRow>({
      name: hours,
      columns: { id: key, hour: text, count, ...columns },
      indices: [{ name: `${hours}_hour`, columns: ['hour'] }],
    }),
  };
}

/** How long events are kept one by one, and how often they were told in each hour. */
export const eventRetentionShape = {
  RETENTION_EVENTS: periodSetting('P30D', 'P1D'),
  RETENTION_EVENT_HOURS: periodSetting('P730D', 'P30D'),
};
export type EventPeriods = Periods<typeof eventRetentionShape>;

/** @param migration the name of what makes the tables */
export function ownedEventTables(
  { events, hours }: EventTables,
  migration: string,
): readonly OwnedTable<EventPeriods>[] {
  const written = toldFields.map((name) => `${columnOf(name)} text NOT NULL`).join(', ');
  const [ones, counts] = [events.options.name, hours.options.name];
  const made = laterMigration({
    name: migration,
    up: [
      `CREATE TABLE ${ones} (id varchar PRIMARY KEY NOT NULL, at text NOT NULL, subject text NOT NULL, ${written})`,
      `CREATE INDEX ${ones}_at ON ${ones} (at)`,
      `CREATE INDEX ${ones}_subject ON ${ones} (subject, at)`,
      `CREATE TABLE ${counts} (id varchar PRIMARY KEY NOT NULL, hour text NOT NULL, count integer NOT NULL, ${written})`,
      `CREATE INDEX ${counts}_hour ON ${counts} (hour)`,
    ],
    down: [`DROP TABLE ${counts}`, `DROP TABLE ${ones}`],
  });
  return [
    {
      rows: events,
      migrations: [made],
      expiring: ({ RETENTION_EVENTS: keptFor }) =>
        expiringRows({
          keptFor,
          rows: events,
          key: 'id',
          due: (now) => ({ at: LessThan(ago(now, keptFor)) }),
        }),
    },
    {
      rows: hours,
      expiring: ({ RETENTION_EVENT_HOURS: keptFor }) =>
        expiringRows({
          keptFor,
          rows: hours,
          key: 'id',
          due: (now) => ({ hour: LessThan(ago(now, keptFor)) }),
        }),
    },
  ];
}
