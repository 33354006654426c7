import { createHash, randomUUID } from 'node:crypto';
import { Between, type EntityManager, IsNull, MoreThan, Not } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, type Instant, instant, later, minutes, seconds } from '../../kit/time.ts';
import type { Standing } from './terminal.ts';
import { TurnLost } from './turnLost.ts';
import { type ConversationRow, ConversationRows, type DeliveryRow, DeliveryRows } from './turnTables.ts';

/** How long a turn whose process has died, or has lost the database, keeps the next one waiting. */
export const leaseLasts = 4 * seconds;

/** What is older than this nobody waits for any more. */
const finishedWithin = 30 * minutes;

/** What is given back is free at once also for a process whose clock is late by less. */
const skew = 1 * minutes;

/** Ids of channels have any length and may name a person: only their hash is kept. */
export function conversationKey(channelId: string, conversationId: string): string {
  return hash([channelId, conversationId]);
}

/** @param id the channel's own id of the delivery, which no other one of that channel has */
export function deliveryKey(channelId: string, id: string): string {
  return hash([channelId, 'delivery', id]);
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** A turn that was taken: of which conversation, by whom, and for which delivery. */
export type Holding = { conversation: string; holder: string; delivery: string };

/** What a turn leaves: undefined where it has changed nothing. */
export type Leaves = { standing: Standing | undefined; answer: string; isSent: boolean };

/** The statements of a turn. Each that takes or ends one is a single statement, so that of two only one has it. */
export class TurnRows {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  conversation(manager: EntityManager, id: string): Promise<ConversationRow | null> {
    return manager.findOneBy(ConversationRows, { id });
  }

  delivery(manager: EntityManager, id: string): Promise<DeliveryRow | null> {
    return manager.findOneBy(DeliveryRows, { id });
  }

  /**
   * The oldest delivery of a conversation whose turn was lost and can be done again, or whose answer has not gone out.
   * @param arrivedAt when the delivery itself came; undefined where it comes now
   */
  openBefore(
    manager: EntityManager,
    { conversation, delivery }: Omit<Holding, 'holder'>,
    arrivedAt: Instant | undefined,
  ): Promise<DeliveryRow | null> {
    const oldest = instant(later(this.#clock(), -finishedWithin));
    const open = {
      conversation,
      sent: Not(IsNull()),
      id: Not(delivery),
      arrivedAt: arrivedAt === undefined ? MoreThan(oldest) : Between(oldest, arrivedAt),
    };
    return manager.findOne(DeliveryRows, {
      where: [
        { ...open, kept: Not(IsNull()) },
        { ...open, answer: Not(IsNull()) },
      ],
      order: { arrivedAt: 'ASC' },
    });
  }

  /** Those of any conversation that have been open for longer than a turn can be lost unnoticed, oldest first. */
  openSince(manager: EntityManager, before: Date, most: number): Promise<DeliveryRow[]> {
    return manager.find(DeliveryRows, {
      where: {
        sent: Not(IsNull()),
        kept: Not(IsNull()),
        arrivedAt: Between(instant(later(this.#clock(), -finishedWithin)), instant(before)),
      },
      order: { arrivedAt: 'ASC' },
      take: most,
    });
  }

  /**
   * Takes the turn if nobody has it and nobody has had it since the conversation was read.
   * @param read as it was then; undefined where it was not there
   */
  async take(
    manager: EntityManager,
    { conversation, holder }: Omit<Holding, 'delivery'>,
    read: ConversationRow | undefined,
  ): Promise<boolean> {
    const now = this.#clock();
    if (read === undefined) await this.#prepare(manager, conversation, now);
    const { affected } = await manager
      .createQueryBuilder()
      .update(ConversationRows)
      .set({ holder, version: randomUUID(), expiresAt: instant(later(now, leaseLasts)) })
      .where('id = :id AND version = :version AND expires_at <= :now', {
        id: conversation,
        version: read?.version ?? '',
        now: instant(now),
      })
      .execute();
    return affected === 1;
  }

  /** Writes down that a delivery has come; one that came before stays as it is. */
  async arrive(
    manager: EntityManager,
    { conversation, delivery }: Holding,
    kept: object | null,
  ): Promise<void> {
    const arrivedAt = instant(this.#clock());
    const row = {
      id: delivery,
      conversation,
      arrivedAt,
      kept: kept && JSON.stringify(kept),
      answer: null,
      sent: 0,
    };
    await manager.createQueryBuilder().insert().into(DeliveryRows).values(row).orIgnore().execute();
  }

  /** Holds on to the turn, also after its time unless somebody else has it by then. */
  async renew({ conversation, holder }: Holding): Promise<void> {
    const expiresAt = instant(later(this.#clock(), leaseLasts));
    await this.#store.read((manager) =>
      manager.update(ConversationRows, { id: conversation, holder }, { expiresAt }),
    );
  }

  /**
   * Gives the turn back with what it leaves, in the transaction that writes whatever else it did.
   * @throws TurnLost where somebody else has it by now
   */
  async end(
    manager: EntityManager,
    { conversation, holder, delivery }: Holding,
    leaves: Leaves,
  ): Promise<void> {
    const now = this.#clock();
    const { state, awaits } = leaves.standing ?? {};
    const { affected } = await manager.update(
      ConversationRows,
      { id: conversation, holder },
      {
        holder: leaves.isSent ? '' : holder,
        expiresAt: instant(later(now, leaves.isSent ? -skew : leaseLasts)),
        updatedAt: instant(now),
        version: randomUUID(),
        ...(leaves.standing && {
          state: state ? JSON.stringify(state) : null,
          awaits: awaits ? JSON.stringify(awaits) : null,
        }),
      },
    );
    if (affected !== 1) throw new TurnLost();
    await this.answer(manager, delivery, leaves);
  }

  async answer(
    manager: EntityManager,
    delivery: string,
    { answer, isSent }: Pick<Leaves, 'answer' | 'isSent'>,
  ): Promise<void> {
    await manager.update(DeliveryRows, { id: delivery }, { answer, kept: null, sent: isSent ? null : 0 });
  }

  /**
   * @param parts how many parts of its answer have gone out; null where all of them have
   * @throws TurnLost where somebody else sends them by now
   */
  async sent({ conversation, holder, delivery }: Holding, parts: number | null): Promise<void> {
    const { affected } = await this.#store.read((manager) =>
      manager
        .createQueryBuilder()
        .update(DeliveryRows)
        .set({ sent: parts })
        .where('id = :delivery', { delivery })
        .andWhere('EXISTS (SELECT 1 FROM conversations WHERE id = :conversation AND holder = :holder)', {
          conversation,
          holder,
        })
        .execute(),
    );
    if (affected !== 1) throw new TurnLost();
  }

  /** Gives back a turn that has come to nothing, so that whoever waits can go on. Never rejects. */
  async release({ conversation, holder }: Holding): Promise<void> {
    const expiresAt = instant(later(this.#clock(), -skew));
    // Where the database is away the lease ends by itself.
    await this.#store
      .read((manager) =>
        manager.update(ConversationRows, { id: conversation, holder }, { holder: '', expiresAt }),
      )
      .catch(() => {});
  }

  async #prepare(manager: EntityManager, id: string, now: Date): Promise<void> {
    const at = instant(now);
    const row = { id, version: '', state: null, awaits: null, holder: '', expiresAt: at, updatedAt: at };
    await manager.createQueryBuilder().insert().into(ConversationRows).values(row).orIgnore().execute();
  }
}

/** What a delivery was answered with, read in a transaction that is open; undefined while it is not. */
export async function answerIn(
  manager: EntityManager,
  channelId: string,
  id: string,
): Promise<string | undefined> {
  const row = await manager.findOneBy(DeliveryRows, { id: deliveryKey(channelId, id) });
  return row?.answer ?? undefined;
}
