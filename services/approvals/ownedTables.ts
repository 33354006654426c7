import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { Period } from '../../kit/retention/period.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import { hours } from '../../kit/time.ts';
import type { BankTable } from '../security/sealedTable.ts';
import { ApprovalRequests, FourEyesInForce } from '../tables/approval.ts';

/** The time for which an expired request can still be looked up; its outcome stays in the audit trail. */
const keptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

const approvals = laterMigration({
  name: 'BankApprovals1795938300000',
  up: [
    `CREATE TABLE approval_requests (
      id varchar PRIMARY KEY NOT NULL,
      work text NOT NULL,
      subject text NOT NULL,
      who text NOT NULL,
      uid text,
      remark text,
      why text NOT NULL,
      asked_at text NOT NULL,
      expires_at text NOT NULL,
      decision text,
      decided_by text,
      decided_at text
    )`,
    'CREATE INDEX approval_requests_expires_at ON approval_requests (expires_at)',
    'CREATE TABLE four_eyes (id varchar PRIMARY KEY NOT NULL, since text NOT NULL)',
  ],
  down: ['DROP TABLE four_eyes', 'DROP TABLE approval_requests'],
});

/** The tables of the requests that wait for a second person, and of whether one is needed. */
export const approvalTables: readonly BankTable[] = [
  {
    rows: ApprovalRequests,
    migrations: [approvals],
    expiring: () =>
      expiringRows({
        kind: 'approvalRequests',
        keptFor,
        rows: ApprovalRequests,
        key: 'id',
        due: (now) => ({ expiresAt: LessThanOrEqual(ago(now, keptFor)) }),
      }),
  },
  { rows: FourEyesInForce, stays: 'that a second person is needed stays until two people end it' },
];
