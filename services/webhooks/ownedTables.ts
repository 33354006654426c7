import type { EventPeriods } from '../../kit/events/eventTables.ts';
import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { IsNull, LessThan } from '../../kit/store/query.ts';
import type { BankTable } from '../security/sealedTable.ts';
import { WebhookEventRows } from '../tables/webhookEvent.ts';

const made = laterMigration({
  name: 'BankWebhookEvents1796510000000',
  up: [
    `CREATE TABLE webhook_events (id varchar PRIMARY KEY NOT NULL, number integer NOT NULL, subject text NOT NULL,
      type text NOT NULL, at text NOT NULL, body text NOT NULL, tries integer NOT NULL, next_try_at text, delivered_at text,
      given_up_at text)`,
    'CREATE INDEX webhook_events_at ON webhook_events (at)',
    'CREATE INDEX webhook_events_due ON webhook_events (next_try_at, number) WHERE next_try_at IS NOT NULL',
    'CREATE INDEX webhook_events_subject ON webhook_events (subject, number)',
    'CREATE INDEX webhook_events_given_up ON webhook_events (given_up_at) WHERE given_up_at IS NOT NULL',
  ],
  down: ['DROP TABLE webhook_events'],
});

/** The events that go to the bank's own system. */
export const webhookTables: readonly BankTable<EventPeriods>[] = [
  {
    rows: WebhookEventRows,
    migrations: [made],
    expiring: ({ RETENTION_EVENTS: keptFor }) =>
      expiringRows({
        kind: 'webhookEvents',
        keptFor,
        rows: WebhookEventRows,
        key: 'id',
        due: (now) => ({ at: LessThan(ago(now, keptFor)), nextTryAt: IsNull() }),
      }),
  },
];
