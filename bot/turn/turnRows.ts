import { createHash } from 'node:crypto';
import { seenAs, type Wanted } from '../../kit/store/lookTogether.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { type Clock, type Instant, instant, later, minutes } from '../../kit/time.ts';
import { type ConversationRow, ConversationRows, type DeliveryRow, DeliveryRows } from './turnTables.ts';

export const conversations = new PreparedTable(ConversationRows);
export const deliveries = new PreparedTable(DeliveryRows);

/** The age after which nobody waits for an answer any more. */
const finishedWithin = 30 * minutes;

/** A channel's ids have any length and may name a person, so only their hash is stored. */
export function conversationKey(channelId: string, conversationId: string): string {
  return hash([channelId, conversationId]);
}

/** @param id the channel's own id of the delivery, unique within the channel */
export function deliveryKey(channelId: string, id: string): string {
  return hash([channelId, 'delivery', id]);
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** A claim to a turn: the conversation, the holder and the delivery. */
export type Holding = { conversation: string; holder: string; delivery: string };

/** Reads and writes the rows of conversations and deliveries. It does not check who has the turn. */
export class TurnRows {
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  conversation(manager: EntityManager, id: string): Promise<ConversationRow | undefined> {
    return conversations.selectOne(manager, { id });
  }

  delivery(manager: EntityManager, id: string): Promise<DeliveryRow | undefined> {
    return deliveries.selectOne(manager, { id });
  }

  wantedConversation(id: string): Wanted<ConversationRow | undefined> {
    return seenAs(conversations.wanted({ id }), ([row]) => row);
  }

  /**
   * A delivery where it came before; and with `isRecovered` the oldest other one of its conversation that came before it and
   * whose turn was lost and can be done again, or whose answer has not gone out.
   */
  wantedDeliveries(
    { conversation, delivery }: Omit<Holding, 'holder'>,
    isRecovered: boolean,
  ): Wanted<{ before: DeliveryRow | undefined; open: DeliveryRow | undefined }> {
    if (!isRecovered)
      return seenAs(deliveries.wanted({ id: delivery }), ([before]) => ({ before, open: undefined }));
    const oldest = instant(later(this.#clock(), -finishedWithin));
    const isOpen =
      '{conversation} = ? AND {sent} IS NOT NULL AND {arrivedAt} >= ? AND ({kept} IS NOT NULL OR {answer} IS NOT NULL)';
    const where = { that: `({id} = ? OR (${isOpen}))`, values: [delivery, conversation, oldest] };
    return seenAs(deliveries.wanted(where), (rows) => {
      const before = rows.find(({ id }) => id === delivery);
      const [open] = rows
        .filter(
          ({ id, arrivedAt }) => id !== delivery && (before === undefined || arrivedAt <= before.arrivedAt),
        )
        .sort((one, other) => (one.arrivedAt < other.arrivedAt ? -1 : 1));
      return { before, open };
    });
  }

  /** Those of any conversation that have been open for longer than a turn can be lost unnoticed, oldest first. */
  openSince(manager: EntityManager, before: Instant, most: number): Promise<DeliveryRow[]> {
    const from = instant(later(this.#clock(), -finishedWithin));
    return deliveries.select(
      manager,
      {
        that: '{sent} IS NOT NULL AND {kept} IS NOT NULL AND {arrivedAt} BETWEEN ? AND ?',
        values: [from, before],
      },
      `ORDER BY {arrivedAt} LIMIT ${most}`,
    );
  }

  /** Writes down that a delivery has come, before its answer; one that came before stays as it is. */
  async arrive(
    manager: EntityManager,
    { conversation, delivery }: Holding,
    kept: string | null,
  ): Promise<void> {
    const arrivedAt = instant(this.#clock());
    const row = { id: delivery, conversation, arrivedAt, kept };
    await deliveries.ensure(manager, { ...row, answer: null, sent: 0, events: null });
  }

  /** Keeps the answer of a delivery that has arrived. */
  async answer(manager: EntityManager, id: string, outcome: DeliveryOutcome): Promise<void> {
    await deliveries.set(manager, { id }, outcome);
  }

  /** Writes down that a delivery has come, and its answer. */
  async arriveAnswered(
    manager: EntityManager,
    { conversation, delivery: id }: Holding,
    outcome: DeliveryOutcome,
  ): Promise<void> {
    const arrivedAt = instant(this.#clock());
    await deliveries.insert(manager, [{ id, conversation, arrivedAt, ...outcome }]);
  }
}

/** The columns of a delivery that its answer sets. */
export type DeliveryOutcome = Pick<DeliveryRow, 'answer' | 'sent' | 'kept' | 'events'>;

/** The answer to a delivery, read in an open transaction; undefined where there is none yet. */
export async function answerIn(
  manager: EntityManager,
  channelId: string,
  id: string,
): Promise<string | undefined> {
  const row = await deliveries.selectOne(manager, { id: deliveryKey(channelId, id) });
  return row?.answer ?? undefined;
}
