import { ago, expiringRows } from '../../../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../../../kit/retention/ownedTable.ts';
import type { Period } from '../../../../kit/retention/period.ts';
import { IsNull, LessThan } from '../../../../kit/store/query.ts';
import { hours } from '../../../../kit/time.ts';
import type { ConversationPeriod } from '../../../turn/conversationPeriod.ts';
import { MessageRedactionRows, MessageThreadRows } from './messageTables.ts';

/** How long it stays known that a message was blanked at the provider, or could not be. */
const redactionsKeptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

/** What is kept of messages with a number, and which of them are blanked at the provider. */
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
