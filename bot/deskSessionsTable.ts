import { loginSessionRows, loginSessionTable } from '../kit/login/sessionsTable.ts';
import type { OwnedTable } from '../kit/retention/ownedTable.ts';

/** Who is logged in to the desk. */
export const DeskSessionRows = loginSessionRows('desk_sessions');

export const deskSessionTables: readonly OwnedTable[] = [
  loginSessionTable(DeskSessionRows, 'BotDeskSessions1796200000000'),
];
