import { plainSql } from '../../kit/store/plainSql.ts';
import { IsNotNull, IsNull, MoreThan } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { hours, later } from '../../kit/time.ts';
import type { CarrierStanding } from '../contract/operatorFigures.ts';
import { BankEventHourRows } from '../events/bankEventsTables.ts';
import { Outbox } from '../tables/outboxMessage.ts';

type Row = { kind: string; reason: string; count: number };

/** The health of the carrier of messages, by what every process has asked of it: no message is sent to find out. */
export async function carrierStanding(store: Store, now: Date): Promise<CarrierStanding> {
  const since = `${later(now, -1 * hours)
    .toISOString()
    .slice(0, 13)}:00:00.000Z`;
  const statement = `SELECT kind, reason, SUM(count) AS count FROM ${BankEventHourRows.options.name}
    WHERE hour >= ? AND kind IN ('messageSent', 'messageNotTaken') GROUP BY kind, reason`;
  return store.read(async (manager) => {
    const counts = await plainSql<Row>(manager, statement, [since]);
    const [last] = await manager.find(Outbox, {
      select: { id: true, sentAt: true },
      where: { sentAt: IsNotNull() },
      order: { sentAt: 'DESC' },
      take: 1,
    });
    const [oldest] = await manager.find(Outbox, {
      select: { id: true, queuedAt: true },
      where: { sentAt: IsNull(), givenUpAt: IsNull(), tries: MoreThan(0) },
      order: { queuedAt: 'ASC' },
      take: 1,
    });
    // PostgreSQL's sums come as text.
    const sum = (kind: string) =>
      counts.reduce((all, one) => all + (one.kind === kind ? Number(one.count) : 0), 0);
    return {
      takenAt: last?.sentAt ?? null,
      failingSince: oldest?.queuedAt ?? null,
      taken: sum('messageSent'),
      failed: sum('messageNotTaken'),
      reasons: counts.filter(({ kind }) => kind === 'messageNotTaken').map(({ reason }) => reason),
    };
  });
}
