import { UnfreezeError } from '../../../kit/errors.ts';
import { ago } from '../../../kit/retention/expiring.ts';
import type { Period } from '../../../kit/retention/period.ts';
import { afterCommit } from '../../../kit/store/afterCommit.ts';
import type { ChangedRows } from '../../../kit/store/announcements.ts';
import { lookTogether, seenAs, type Wanted } from '../../../kit/store/lookTogether.ts';
import { plainSql } from '../../../kit/store/plainSql.ts';
import { PreparedTable } from '../../../kit/store/preparedTable.ts';
import { type EntityManager, In } from '../../../kit/store/query.ts';
import type { Store } from '../../../kit/store/store.ts';
import { type Clock, type Instant, instant, type Ticks } from '../../../kit/time.ts';
import { usualConversationPeriod } from '../../turn/conversationPeriod.ts';
import type { DirectLineActivity } from './directLineActivity.ts';
import {
  type ActivityRow,
  ActivityRows,
  type DirectLineConversationRow,
  DirectLineConversationRows,
} from './directLineTables.ts';
import { NewestActivities, toldFromMemoryFor } from './newestActivities.ts';
import type { Grant } from './tokens.ts';

/** Activities with the number of the last of them as text, as a poll and a frame carry them. */
export type ActivitySet = { activities: DirectLineActivity[]; watermark: string };

/** More than a customer says in a day, few enough for one answer; and so many characters, since each can be long. */
const page = { most: 1000, length: 100_000 };
/** Read together: what is read beyond the length of a page is one of these at most. */
const readAtOnce = 25;
/** Databases limit the parameters of a statement. */
const lookedAtAtOnce = 500;

type ConversationLogDependencies = { store: Store; clock: Clock; keptFor?: Period; ticks?: Ticks };

/** A conversation with the number of its newest activity, 0 before the first. */
export type KnownConversation = DirectLineConversationRow & { newest: number };

const conversations = new PreparedTable(DirectLineConversationRows);
const activities = new PreparedTable(ActivityRows);
const newest =
  '(SELECT MAX(a.number) FROM direct_line_activities a WHERE a.conversation_id = direct_line_conversations.id)';

/** What was shown in each conversation, numbered 1, 2, 3 …; a period after its last activity it is unknown. */
export class ConversationLog {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #keptFor: Period;
  readonly #listeners = new Map<string, Set<() => void>>();
  /** The number of the newest activity that the listeners of a conversation were called for. */
  readonly #told = new Map<string, number>();

  /** None where the database is a file of this machine: there a look costs little. */
  readonly #newest: NewestActivities | undefined;

  constructor({
    store,
    clock,
    keptFor = usualConversationPeriod,
    ticks = () => performance.now(),
  }: ConversationLogDependencies) {
    this.#store = store;
    this.#clock = clock;
    this.#keptFor = keptFor;
    this.#newest = store.hasOneWriter ? undefined : new NewestActivities({ clock, ticks });
  }

  /** The conversation as it is stored, ended or not; undefined where it was never begun. */
  wanted(id: string): Wanted<KnownConversation | undefined> {
    return seenAs(
      conversations.wanted({ id }, { newest }),
      ([row]) => row && { ...row, newest: Number(row.newest ?? 0) },
    );
  }

  /** @throws UnfreezeError `conversationUnknown` */
  async known(manager: EntityManager, id: string): Promise<KnownConversation> {
    const [row] = await lookTogether(manager, [this.wanted(id)]);
    return this.current(row);
  }

  /** @throws UnfreezeError `conversationUnknown` where there is none, or it is over */
  current<Row extends Pick<DirectLineConversationRow, 'lastActivityAt' | 'endedAt'>>(
    row: Row | undefined,
  ): Row {
    if (!row || row.endedAt || row.lastActivityAt < ago(this.#clock(), this.#keptFor)) {
      throw new UnfreezeError('conversationUnknown', 'no such conversation, or one that is over');
    }
    return row;
  }

  /** Puts a new conversation down; one that is there already stays as it is. */
  async begin(manager: EntityManager, { conversationId: id, userId, locale }: Grant): Promise<void> {
    const now = instant(this.#clock());
    const from = { id, userId: userId ?? null, locale: locale ?? null };
    await conversations.ensure(manager, { ...from, createdAt: now, lastActivityAt: now });
  }

  /** Ends a conversation: nothing more can be said in it, and its tokens are worth nothing. */
  async end(manager: EntityManager, id: string): Promise<void> {
    await conversations.set(manager, { id }, { endedAt: instant(this.#clock()) });
    afterCommit(manager, () => this.forget(id));
  }

  /** What was said in a conversation is told from the database alone. */
  forget(id: string): void {
    this.#newest?.forget(id);
  }

  /** How long after the end of a conversation another process may still tell of it, in milliseconds. */
  get toldElsewhereFor(): number {
    return this.#newest === undefined ? 0 : toldFromMemoryFor;
  }

  /** Whether its customer has ended it. */
  async isEnded(id: string): Promise<boolean> {
    const row = await this.#store.read((manager) => lookTogether(manager, [this.wanted(id)]));
    return Boolean(row[0]?.endedAt);
  }

  /** Keeps activities in the order that they have here, from a number on, in the transaction that makes them true. */
  async append(
    manager: EntityManager,
    conversationId: string,
    { from, shown, clientActivityId = null }: Appended,
  ): Promise<void> {
    const createdAt = instant(this.#clock());
    const rows = shown.map((activity, place) => ({
      ...{ conversationId, number: from + place, activity: JSON.stringify(activity) },
      ...{ clientActivityId: place === 0 ? clientActivityId : null, createdAt },
    }));
    if (this.#newest) afterCommit(manager, this.#newest.noting(conversationId, rows));
    await activities.insert(manager, rows);
  }

  /** Keeps the conversation for its whole period again, counted from now. */
  async touch(manager: EntityManager, id: string): Promise<void> {
    await conversations.set(manager, { id }, { lastActivityAt: instant(this.#clock()) });
  }

  /**
   * What came after the watermark, oldest first, as much of it as goes into one answer; everything where no activity of
   * this conversation has that number, as where it is empty: a client may bring what it got elsewhere, or before the
   * conversation began anew.
   * @throws UnfreezeError `conversationUnknown`
   */
  async after(conversationId: string, watermark: string): Promise<ActivitySet> {
    const brought = /^\d{1,9}$/.test(watermark) ? Number(watermark) : 0;
    const newest = this.#newest?.after(conversationId, brought);
    if (newest) return setOf(newest, brought);
    const { rows, seen } = await this.#store.read(async (manager) => {
      const begun = await beginPage(manager, conversationId, brought);
      const isForeign = brought > Number(this.current(begun[0]).newest ?? 0);
      const first = isForeign ? await beginPage(manager, conversationId, 0) : begun;
      const rows = await readPage(manager, conversationId, shownIn(first));
      return { rows, seen: isForeign ? 0 : brought };
    });
    return setOf(rows, seen);
  }

  /** Calls `listener` after each activity of the conversation; the answer ends that. */
  subscribe(conversationId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(conversationId) ?? new Set();
    this.#listeners.set(conversationId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(conversationId) !== listeners) return;
      this.#listeners.delete(conversationId);
      this.#told.delete(conversationId);
    };
  }

  /** Begins to hear at once what other processes add, where the database can tell. @returns what ends that */
  listenToOthers(): () => void {
    return this.#store.announcements.listen('conversation', (news, from) => {
      // What this process adds it tells by itself; where a look fails, the next one comes.
      if (from === 'elsewhere') this.lookForOthers(news).catch(() => {});
    });
  }

  /** Calls the listeners of conversations to which another process has added something since they were last called. */
  async lookForOthers(news: ChangedRows = 'any'): Promise<void> {
    const ids = [...this.#listeners.keys()].filter((id) => news === 'any' || news.has(id));
    for (let from = 0; from < ids.length; from += lookedAtAtOnce) {
      const newest = await this.#store.read((manager) =>
        manager
          .createQueryBuilder(ActivityRows, 'activity')
          .select('activity.conversationId', 'id')
          .addSelect('MAX(activity.number)', 'number')
          .where({ conversationId: In(ids.slice(from, from + lookedAtAtOnce)) })
          .groupBy('activity.conversationId')
          .getRawMany<{ id: string; number: number }>(),
      );
      for (const { id, number } of newest) if (number > (this.#told.get(id) ?? 0)) this.#tell(id, number);
    }
  }

  /** This process has added activities up to this number. */
  tell(conversationId: string, newest: number): void {
    this.#store.announcements.announce('conversation', conversationId);
    this.#tell(conversationId, newest);
  }

  /** Calls the listeners of a conversation, to which activities have come up to this number. */
  #tell(conversationId: string, newest: number): void {
    const listeners = this.#listeners.get(conversationId);
    if (listeners === undefined) return;
    this.#told.set(conversationId, newest);
    for (const listener of listeners) listener();
  }
}

/** Activities to be kept, the number of the first, and the client's own id where it has made that one. */
export type Appended = {
  from: number;
  shown: readonly DirectLineActivity[];
  clientActivityId?: string | null | undefined;
};

type Shown = Pick<ActivityRow, 'number' | 'activity'>;

function setOf(rows: readonly Shown[], seen: number): ActivitySet {
  return {
    activities: rows.map((row) => JSON.parse(row.activity)),
    watermark: String(rows.at(-1)?.number ?? seen),
  };
}

/** How the conversation stands, with one of its activities, or with none. */
type BegunRow = { lastActivityAt: Instant; endedAt: Instant | null; newest: number | string | null } & (
  | Shown
  | { number: null }
);

/** One statement for both, since most polls find nothing. */
const begins = `SELECT c.last_activity_at AS "lastActivityAt", c.ended_at AS "endedAt", a.number AS "number", a.activity AS "activity",
    (SELECT MAX(every.number) FROM direct_line_activities every WHERE every.conversation_id = c.id) AS "newest"
  FROM direct_line_conversations c
  LEFT JOIN direct_line_activities a ON a.conversation_id = c.id AND a.number > ?
  WHERE c.id = ? ORDER BY a.number LIMIT ${readAtOnce}`;

function beginPage(manager: EntityManager, conversationId: string, after: number): Promise<BegunRow[]> {
  return plainSql(manager, begins, [after, conversationId]);
}

function shownIn(begun: readonly BegunRow[]): Shown[] {
  return begun.flatMap((row) => (row.number === null ? [] : [row]));
}

/** @param begun what was read of it */
async function readPage(manager: EntityManager, conversationId: string, begun: Shown[]): Promise<Shown[]> {
  const rows = [...begun];
  const lengthOf = (some: readonly Shown[]) => some.reduce((sum, { activity }) => sum + activity.length, 0);
  let isWhole = begun.length < readAtOnce;
  while (!isWhole && rows.length < page.most && lengthOf(rows) < page.length) {
    const unseen = {
      that: '{conversationId} = ? AND {number} > ?',
      values: [conversationId, rows.at(-1)?.number],
    };
    const some = await activities.select(manager, unseen, `ORDER BY {number} LIMIT ${readAtOnce}`);
    rows.push(...some);
    isWhole = some.length < readAtOnce;
  }
  return rows;
}
