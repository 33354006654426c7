import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import { type RequestPeriods, requestsKeptFor } from '../authentication/ownedTables.ts';
import { SecureLinkRows } from '../tables/secureLink.ts';

/** Links from before this column count as asked for from anywhere. */
const askedFrom = laterMigration({
  name: 'BankLinksAskedFrom1795903200000',
  up: ["ALTER TABLE secure_links ADD COLUMN asked_from text NOT NULL DEFAULT 'anywhere'"],
  down: ['ALTER TABLE secure_links DROP COLUMN asked_from'],
});

/** Links from before these columns were all sent with an address. */
const codes = laterMigration({
  name: 'BankLinkCodes1795916100000',
  up: [
    'ALTER TABLE secure_links ADD COLUMN code_index text',
    'ALTER TABLE secure_links ADD COLUMN code_used_at text',
    'CREATE UNIQUE INDEX secure_links_code ON secure_links (code_index) WHERE code_index IS NOT NULL',
  ],
  down: [
    'DROP INDEX secure_links_code',
    'ALTER TABLE secure_links DROP COLUMN code_used_at',
    'ALTER TABLE secure_links DROP COLUMN code_index',
  ],
});

const browsers = laterMigration({
  name: 'BankLinkBrowsers1795916200000',
  up: [
    'ALTER TABLE secure_links ADD COLUMN browser_hash text',
    'ALTER TABLE secure_links ADD COLUMN short_index text',
    'ALTER TABLE secure_links ADD COLUMN wrong_codes integer NOT NULL DEFAULT 0',
    'CREATE UNIQUE INDEX secure_links_browser ON secure_links (browser_hash) WHERE browser_hash IS NOT NULL',
  ],
  down: [
    'DROP INDEX secure_links_browser',
    'ALTER TABLE secure_links DROP COLUMN wrong_codes',
    'ALTER TABLE secure_links DROP COLUMN short_index',
    'ALTER TABLE secure_links DROP COLUMN browser_hash',
  ],
});

const phones = laterMigration({
  name: 'BankLinkPhones1795916500000',
  up: ['ALTER TABLE secure_links ADD COLUMN phone_index text'],
  down: ['ALTER TABLE secure_links DROP COLUMN phone_index'],
});

/** The links to the secure form. They are kept for at least a day, because their limit counts over a day. */
export const linkTables: readonly OwnedTable<RequestPeriods>[] = [
  {
    rows: SecureLinkRows,
    migrations: [askedFrom, codes, browsers, phones],
    expiring: (kept) =>
      expiringRows({
        kind: 'secureLinks',
        keptFor: requestsKeptFor(kept),
        rows: SecureLinkRows,
        key: 'id',
        due: (now) => ({ expiresAt: LessThanOrEqual(ago(now, requestsKeptFor(kept))) }),
      }),
  },
];
