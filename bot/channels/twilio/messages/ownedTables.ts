import { ago, expiringRows } from '../../../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../../../kit/retention/ownedTable.ts';
import type { Period } from '../../../../kit/retention/period.ts';
import { indexMigration } from '../../../../kit/store/indexMigration.ts';
import { IsNull, LessThan } from '../../../../kit/store/query.ts';
import { hours } from '../../../../kit/time.ts';
import type { ConversationPeriod } from '../../../turn/conversationPeriod.ts';
import { MessageRedactionRows, MessageThreadRows } from './messageTables.ts';

/** The time for which the result of a blanking is kept. */
const redactionsKeptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

const redactionIndexes = indexMigration({
  name: 'BotRedactionIndexes1764366040000',
  makes: {
    message_redactions_waiting:
      'CREATE INDEX message_redactions_waiting ON message_redactions (next_try_at, message_sid) ' +
      'WHERE redacted_at IS NULL AND given_up_at IS NULL',
    message_redactions_redacted:
      'CREATE INDEX message_redactions_redacted ON message_redactions (redacted_at) WHERE redacted_at IS NOT NULL',
    message_redactions_given_up:
      'CREATE INDEX message_redactions_given_up ON message_redactions (given_up_at) WHERE given_up_at IS NOT NULL',
  },
  drops: {
    message_redactions_by_try: 'CREATE INDEX message_redactions_by_try ON message_redactions (next_try_at)',
  },
});

/** The tables of the messages with each number, and of the messages to be blanked at the provider. */
export const messageTables: readonly OwnedTable<ConversationPeriod>[] = [
  {
    rows: MessageThreadRows,
    stays: 'a number that has said STOP is sent nothing until it says START',
    expiring: ({ RETENTION_CONVERSATIONS: keptFor }) =>
      expiringRows({
        kind: 'messageThreads',
        keptFor,
        rows: MessageThreadRows,
        key: 'id',
        due: (now) => ({ updatedAt: LessThan(ago(now, keptFor)), stoppedAt: IsNull() }),
      }),
  },
  {
    rows: MessageRedactionRows,
    stays: 'a message that is still to be blanked is tried until it is, or is given up',
    migrations: [redactionIndexes],
    expiring: () =>
      expiringRows({
        kind: 'messageRedactions',
        keptFor: redactionsKeptFor,
        rows: MessageRedactionRows,
        key: 'messageSid',
        due: (now) => [
          { redactedAt: LessThan(ago(now, redactionsKeptFor)) },
          { givenUpAt: LessThan(ago(now, redactionsKeptFor)) },
        ],
      }),
  },
];
