import { UnfreezeError } from '../../../kit/errors.ts';
import { ago } from '../../../kit/retention/expiring.ts';
import type { Period } from '../../../kit/retention/period.ts';
import { type EntityManager, In, LessThan, MoreThan } from '../../../kit/store/query.ts';
import type { Store } from '../../../kit/store/store.ts';
import { type Clock, instant } from '../../../kit/time.ts';
import { usualConversationPeriod } from '../../turn/conversationPeriod.ts';
import { deleteWithConversations } from './deleteWithConversations.ts';
import type { DirectLineActivity } from './directLineActivity.ts';
import { ActivityRows, type ConversationRow, ConversationRows } from './directLineTables.ts';
import type { Grant } from './tokens.ts';

/** Activities with the number of the last of them as text, as a poll and a frame carry them. */
export type ActivitySet = { activities: DirectLineActivity[]; watermark: string };

/** More than a customer says in a day, few enough for one answer. */
const page = 1000;
/** Databases limit the parameters of a statement. */
const lookedAtAtOnce = 500;

type Parts = { store: Store; clock: Clock; keptFor?: Period };

/** What was shown in each conversation, numbered 1, 2, 3 …; a period after its last activity it is unknown. */
export class ConversationLog {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #keptFor: Period;
  readonly #listeners = new Map<string, Set<() => void>>();
  /** The number of the newest activity that the listeners of a conversation were called for. */
  readonly #told = new Map<string, number>();

  constructor({ store, clock, keptFor = usualConversationPeriod }: Parts) {
    this.#store = store;
    this.#clock = clock;
    this.#keptFor = keptFor;
  }

  /** Begins the conversation unless it was begun before; says whether it was not. */
  async begin({ conversationId, userId, locale }: Grant): Promise<{ created: boolean }> {
    return this.#store.transaction(async (manager) => {
      const now = instant(this.#clock());
      const isOver = { id: conversationId, lastActivityAt: LessThan(this.#oldest()) };
      if (await manager.existsBy(ConversationRows, isOver)) {
        await deleteWithConversations(manager, [conversationId]);
        await manager.delete(ConversationRows, conversationId);
      }
      const created = !(await manager.existsBy(ConversationRows, { id: conversationId }));
      if (created) {
        await manager.insert(ConversationRows, {
          id: conversationId,
          userId: userId ?? null,
          locale: locale ?? null,
          createdAt: now,
          lastActivityAt: now,
        });
      }
      return { created };
    });
  }

  /** @throws UnfreezeError `conversationUnknown` */
  async conversation(conversationId: string): Promise<ConversationRow> {
    return this.#store.read((manager) => this.#known(manager, conversationId));
  }

  /**
   * Keeps activities in the order that they have here, in the transaction that makes them true.
   * @param completed makes each of its number and of the time; the listeners are called with `tell` after the commit
   * @returns the numbers of the first and the last
   */
  async append(
    manager: EntityManager,
    conversationId: string,
    completed: readonly ((number: number, now: Date) => DirectLineActivity)[],
    clientActivityId?: string,
  ): Promise<{ first: number; last: number }> {
    const now = this.#clock();
    // First the conversation's row: in PostgreSQL its lock makes last + 1 right for a second process too.
    await manager.update(ConversationRows, conversationId, { lastActivityAt: instant(now) });
    const first = ((await manager.maximum(ActivityRows, 'number', { conversationId })) ?? 0) + 1;
    const rows = completed.map((complete, place) => ({
      conversationId,
      number: first + place,
      activity: JSON.stringify(complete(first + place, now)),
      clientActivityId: clientActivityId ?? null,
      createdAt: instant(now),
    }));
    await manager.insert(ActivityRows, rows);
    return { first, last: first + rows.length - 1 };
  }

  /**
   * What came after the watermark, oldest first, at most 1,000 at once; everything for an empty one.
   * @throws UnfreezeError `conversationUnknown`; `messageInvalid` for a watermark that is no number
   */
  async after(conversationId: string, watermark: string): Promise<ActivitySet> {
    if (!/^\d{0,9}$/.test(watermark)) {
      throw new UnfreezeError('messageInvalid', 'not a valid message: watermark');
    }
    const rows = await this.#store.read(async (manager) => {
      await this.#known(manager, conversationId);
      return manager.find(ActivityRows, {
        where: { conversationId, number: MoreThan(Number(watermark)) },
        order: { number: 'ASC' },
        take: page,
      });
    });
    return {
      activities: rows.map((row) => JSON.parse(row.activity)),
      watermark: String(rows.at(-1)?.number ?? Number(watermark)),
    };
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

  /** Calls the listeners of conversations to which another process has added something since they were last called. */
  async lookForOthers(): Promise<void> {
    const ids = [...this.#listeners.keys()];
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
      for (const { id, number } of newest) if (number > (this.#told.get(id) ?? 0)) this.tell(id, number);
    }
  }

  /** Calls the listeners of a conversation, to which activities have come up to this number. */
  tell(conversationId: string, newest: number): void {
    const listeners = this.#listeners.get(conversationId);
    if (listeners === undefined) return;
    this.#told.set(conversationId, newest);
    for (const listener of listeners) listener();
  }

  async #known(manager: EntityManager, id: string): Promise<ConversationRow> {
    const row = await manager.findOneBy(ConversationRows, { id });
    if (row === null || row.lastActivityAt < this.#oldest()) {
      throw new UnfreezeError('conversationUnknown', 'no such conversation, or one that is over');
    }
    return row;
  }

  #oldest(): string {
    return ago(this.#clock(), this.#keptFor);
  }
}
