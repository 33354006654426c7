import type { EventTables } from '../../kit/events/eventTables.ts';
import { plainSql } from '../../kit/store/plainSql.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, hours, instant, later } from '../../kit/time.ts';
import type { ConversationReadings, Count } from '../contract/conversationsRead.ts';
import type { FigurePeriod, Figures, ServiceStanding } from '../contract/operatorFigures.ts';
import { bankEvents } from '../events/bankEventsTables.ts';

const lengths: Readonly<Record<FigurePeriod, number>> = {
  day: 24 * hours,
  week: 168 * hours,
  month: 720 * hours,
};

type FiguresOptions = {
  store: Store;
  clock: Clock;
  conversations: ConversationReadings | undefined;
  standing: () => Promise<ServiceStanding>;
};

/**
 * The figures of a time on the operator's page, from counts by the hour, so that a month is read as quickly as a day.
 */
export async function figures(
  { store, clock, conversations, standing }: FiguresOptions,
  period: FigurePeriod,
): Promise<Figures> {
  const now = clock();
  const until = instant(now);
  // Whole hours, so that no part of one is counted.
  const from = instant(later(new Date(`${until.slice(0, 13)}:00:00.000Z`), 1 * hours - lengths[period]));
  const casesFrom = instant(later(now, -24 * hours));
  const read = await conversations?.read({ from, until, casesFrom });
  return {
    from,
    until,
    bank: await countsIn(store, bankEvents, { from, until }),
    conversations: read?.readings ?? null,
    isBotAway: conversations !== undefined && read === undefined,
    cases: read?.cases ?? [],
    missed: read?.missed ?? null,
    standing: await standing(),
  };
}

/** What was told in the hours of a time, added up over them. */
function countsIn(
  store: Store,
  { hours: rows }: EventTables,
  { from, until }: { from: string; until: string },
): Promise<Count[]> {
  const statement = `SELECT kind, channel, language, step, outcome, reason, SUM(count) AS count
    FROM ${rows.options.name} WHERE hour >= ? AND hour <= ?
    GROUP BY kind, channel, language, step, outcome, reason`;
  return store.read(async (manager) => {
    const found = await plainSql<Count>(manager, statement, [from, until]);
    // PostgreSQL's sums come as text.
    return found.map((row) => ({ ...row, count: Number(row.count) }));
  });
}
