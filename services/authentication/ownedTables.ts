import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import { longer, type Period, type Periods, periodSetting } from '../../kit/retention/period.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { In, LessThanOrEqual } from '../../kit/store/query.ts';
import { authenticationItems } from '../contract/items/index.ts';
import type { BankTable } from '../security/sealedTable.ts';
import { AuthenticationRequests, AuthenticationResults } from '../tables/authenticationRequest.ts';
import { mostAttempts } from './requestAuthentication.ts';

export const authenticationRetention = {
  RETENTION_AUTHENTICATION_REQUESTS: periodSetting('PT24H', 'PT24H'),
};

export type RequestPeriods = Periods<typeof authenticationRetention> & { readonly RETENTION_ANSWERS: Period };

/**
 * The time for which an ended authentication request is kept. It is at least as long as stored answers are, since an
 * answer names its request.
 */
export function requestsKeptFor(kept: RequestPeriods): Period {
  return longer(kept.RETENTION_AUTHENTICATION_REQUESTS, kept.RETENTION_ANSWERS);
}

const freezes = laterMigration({
  name: 'BankFreezesOfRequests1795903320000',
  up: ['ALTER TABLE authentication_requests ADD COLUMN freezes text'],
  down: ['ALTER TABLE authentication_requests DROP COLUMN freezes'],
});

/** Requests from before this column ask for no consent. */
const consents = laterMigration({
  name: 'BankConsents1795916400000',
  up: [
    'ALTER TABLE authentication_requests ADD COLUMN consent_version text',
    'ALTER TABLE authentication_requests ADD COLUMN consented_at text',
  ],
  down: [
    'ALTER TABLE authentication_requests DROP COLUMN consented_at',
    'ALTER TABLE authentication_requests DROP COLUMN consent_version',
  ],
});

const starts = laterMigration({
  name: 'BankUnfreezingStarts1795966000000',
  up: [
    'ALTER TABLE authentication_requests ADD COLUMN started_by text',
    'ALTER TABLE authentication_requests ADD COLUMN matched_at text',
  ],
  down: [
    'ALTER TABLE authentication_requests DROP COLUMN matched_at',
    'ALTER TABLE authentication_requests DROP COLUMN started_by',
  ],
});

/** Requests from before these columns count for no other card. */
const shown = laterMigration({
  name: 'BankShownBefore1796500000000',
  up: [
    'ALTER TABLE authentication_requests ADD COLUMN shown_by text',
    'ALTER TABLE authentication_requests ADD COLUMN shown_of text',
  ],
  down: [
    'ALTER TABLE authentication_requests DROP COLUMN shown_of',
    'ALTER TABLE authentication_requests DROP COLUMN shown_by',
  ],
});

/** The tables of authentication requests and of the results of their items. */
export const authenticationTables: readonly BankTable<RequestPeriods>[] = [
  {
    rows: AuthenticationRequests,
    migrations: [freezes, consents, starts, shown],
    expiring: (kept) =>
      expiringRows({
        kind: 'authenticationRequests',
        keptFor: requestsKeptFor(kept),
        rows: AuthenticationRequests,
        key: 'id',
        due: (now) => ({ expiresAt: LessThanOrEqual(ago(now, requestsKeptFor(kept))) }),
        each: 1 + mostAttempts * authenticationItems.length,
        async remove(manager, ids) {
          await manager.delete(AuthenticationResults, { authenticationRequest: In(ids) });
          await manager.delete(AuthenticationRequests, { id: In(ids) });
          return ids;
        },
      }),
  },
  { rows: AuthenticationResults, goesWith: AuthenticationRequests },
];
