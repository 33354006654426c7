import * as z from 'zod';
import { PreparedTable } from '../../../../kit/store/preparedTable.ts';
import { type EntityManager, In } from '../../../../kit/store/query.ts';
import { type Clock, instant } from '../../../../kit/time.ts';
import { answerIn } from '../../../turn/turnRows.ts';
import { NumberedChoice } from './choices.ts';
import { type MessageThreadRow, MessageThreadRows } from './messageTables.ts';
import { dismissFear, fearLoss, queueRedaction } from './queueRedaction.ts';

const Choices = z.array(NumberedChoice);
const threads = new PreparedTable(MessageThreadRows);

/** The state of the messages with one number that a turn needs. */
export type MessageThread = { choices: readonly NumberedChoice[]; stopped: boolean };

/**
 * The thread as the next message finds it. `hasMissed`: the customer did not get the answer to an earlier message;
 * `missed` is that answer, undefined also where that turn failed.
 */
export type SeenThread = MessageThread & { hasMissed: boolean; missed: string | undefined };

/** The stored state of the messages with each number, beside the conversation's own state. */
export class MessageLog {
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  async find(manager: EntityManager, thread: string, channelId: string): Promise<SeenThread> {
    const row = await threads.selectOne(manager, { id: thread });
    const missed = row?.missed ? await answerIn(manager, channelId, row.missed) : undefined;
    return { ...threadOf(row), hasMissed: typeof row?.missed === 'string', missed };
  }

  /** The row of the first of these threads that has one. */
  async known(manager: EntityManager, ids: readonly string[]): Promise<string | undefined> {
    const found = await manager.findBy(MessageThreadRows, { id: In([...ids]) });
    return ids.find((id) => found.some((row) => row.id === id));
  }

  /** Queues the blanking of a message that may hold a secret, in the transaction that stores its arrival. */
  async holds(manager: EntityManager, messageSid: string): Promise<void> {
    await queueRedaction(manager, messageSid, this.#clock());
  }

  /** Queues a later blanking of a message, in case its turn is lost before anybody looks at it. */
  async fearLoss(manager: EntityManager, messageSid: string): Promise<void> {
    await fearLoss(manager, messageSid, this.#clock());
  }

  async dismissFear(manager: EntityManager, messageSid: string): Promise<void> {
    await dismissFear(manager, messageSid, this.#clock());
  }

  /** Stores the choices that the customer can reply with, in the transaction that stores the answer to this message. */
  async keep(
    manager: EntityManager,
    { thread: id, messageSid }: { thread: string; messageSid: string },
    { choices, stopped }: MessageThread,
    { hasMissed }: SeenThread,
  ): Promise<void> {
    const now = instant(this.#clock());
    const left = { choices: JSON.stringify(choices), stoppedAt: stopped ? now : null, updatedAt: now };
    await threads.put(manager, { id, ...left, missed: null }, ['choices', 'stoppedAt', 'updatedAt']);
    if (!hasMissed) return;
    await threads.set(
      manager,
      { that: '{id} = ? AND {missed} <> ?', values: [id, messageSid] },
      { missed: null },
    );
  }

  /**
   * Notes that nobody waits any more for the answer to this message, so that the next message of its thread gets it.
   */
  async miss(manager: EntityManager, thread: string, messageSid: string): Promise<void> {
    const fresh = { choices: '[]', stoppedAt: null, updatedAt: instant(this.#clock()) };
    const row = { id: thread, ...fresh, missed: messageSid };
    await threads.put(manager, row, ['missed'], { that: '{missed} IS NULL', values: [] });
  }
}

function threadOf(row: MessageThreadRow | undefined): MessageThread {
  if (row === undefined) return { choices: [], stopped: false };
  return { choices: Choices.parse(JSON.parse(row.choices)), stopped: row.stoppedAt !== null };
}
