import { type EventPeriods, eventTables, ownedEventTables } from '../../kit/events/eventTables.ts';
import type { BankTable } from '../security/sealedTable.ts';

/** What the bank's side has done for customers. */
export const bankEvents = eventTables('bank');
export const BankEventRows = bankEvents.events;
export const BankEventHourRows = bankEvents.hours;

export const bankEventTables: readonly BankTable<EventPeriods>[] = ownedEventTables(
  bankEvents,
  'BankEvents1796202000000',
);
