import { loginSessionRows, loginSessionTable } from '../../kit/login/sessionsTable.ts';
import type { BankTable } from '../security/sealedTable.ts';

/** Who is logged in to the operator's page. */
export const OperatorSessionRows = loginSessionRows('operator_sessions');

export const operatorTables: readonly BankTable[] = [
  loginSessionTable(OperatorSessionRows, 'BankOperatorSessions1796203000000'),
];
