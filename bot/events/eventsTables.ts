import { type EventPeriods, eventTables, ownedEventTables } from '../../kit/events/eventTables.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';

/** What happens in conversations. */
export const botEvents = eventTables('bot');
export const BotEventRows = botEvents.events;
export const BotEventHourRows = botEvents.hours;

export const botEventTables: readonly OwnedTable<EventPeriods>[] = ownedEventTables(
  botEvents,
  'BotEvents1796201000000',
);
