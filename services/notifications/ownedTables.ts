import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import { type Periods, periodSetting } from '../../kit/retention/period.ts';
import { LessThanOrEqual } from '../../kit/store/query.ts';
import { type BankTable, fieldAnew, type SealedColumns } from '../security/sealedTable.ts';
import { Outbox, type OutboxMessage } from '../tables/outboxMessage.ts';

export const messageRetention = {
  /** A customer who says "that was not me" a day later must be understood. */
  RETENTION_SENT_MESSAGES: periodSetting('P30D', 'PT24H'),
};

/** What was promised to registered phones. */
export const outboxTables: readonly BankTable<Periods<typeof messageRetention>>[] = [
  {
    rows: Outbox,
    stays: 'a message that waits is tried until it is sent or given up',
    sealed: { tokenSealed: fieldAnew } satisfies SealedColumns<OutboxMessage>,
    expiring({ RETENTION_SENT_MESSAGES: keptFor }) {
      const before = (now: Date) => LessThanOrEqual(ago(now, keptFor));
      return expiringRows({
        kind: 'sentMessages',
        keptFor,
        rows: Outbox,
        key: 'id',
        due: (now) => [{ sentAt: before(now) }, { givenUpAt: before(now) }, { expiresAt: before(now) }],
      });
    },
  },
];
