import * as z from 'zod';
import { type EntityManager, IsNull, Not } from '../../../../kit/store/query.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, instant } from '../../../../kit/time.ts';
import { answerIn } from '../../../turn/turnRows.ts';
import { Choice } from './choices.ts';
import { type MessageThreadRow, MessageThreadRows } from './messageTables.ts';
import { dismissFear, fearLoss, queueRedaction } from './queueRedaction.ts';

const Choices = z.array(Choice);

/** The messages with one number as a turn needs them. */
export type Thread = { choices: readonly Choice[]; stopped: boolean };

/**
 * A thread as the next message finds it. `missed` is the answer to an earlier one that the customer has not heard;
 * undefined also where the turn that was waited for has failed.
 */
export type SeenThread = Thread & { missed: string | undefined };

/** What is kept of the messages with one number, beside the conversation. */
export class MessageLog {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  async find(manager: EntityManager, thread: string, channelId: string): Promise<SeenThread> {
    const row = await manager.findOneBy(MessageThreadRows, { id: thread });
    const missed = row?.missed ? await answerIn(manager, channelId, row.missed) : undefined;
    return { ...threadOf(row), missed };
  }

  /** Has the text of a message blanked at the provider, whatever becomes of its turn and whosever it is by now. */
  async queueRedaction(messageSid: string): Promise<void> {
    await this.#store.transaction((manager) => queueRedaction(manager, messageSid, this.#clock()));
  }

  /** @param holds whether it may hold what must not stay there; in the transaction that keeps that it came */
  async lookedAt(manager: EntityManager, messageSid: string, holds: boolean): Promise<void> {
    await (holds ? queueRedaction : dismissFear)(manager, messageSid, this.#clock());
  }

  /** A message that is lost before anybody looks at it is blanked. */
  async fearLoss(messageSid: string): Promise<void> {
    await this.#store.transaction((manager) => fearLoss(manager, messageSid, this.#clock()));
  }

  async dismissFear(messageSid: string): Promise<void> {
    await this.#store.transaction((manager) => dismissFear(manager, messageSid, this.#clock()));
  }

  /** Keeps what the customer can reply, in the transaction that keeps the answer to this message. */
  async keep(
    manager: EntityManager,
    { thread, messageSid }: { thread: string; messageSid: string },
    { choices, stopped }: Thread,
  ): Promise<void> {
    const now = instant(this.#clock());
    const left = { choices: JSON.stringify(choices), stoppedAt: stopped ? now : null, updatedAt: now };
    await manager.upsert(MessageThreadRows, { id: thread, ...left }, ['id']);
    await manager.update(MessageThreadRows, { id: thread, missed: Not(messageSid) }, { missed: null });
  }

  /** Nobody waits for the answer to a message any more: the next one of its thread has it. */
  async miss(thread: string, messageSid: string): Promise<void> {
    await this.#store.transaction(async (manager) => {
      if (await manager.existsBy(MessageThreadRows, { id: thread })) {
        await manager.update(MessageThreadRows, { id: thread, missed: IsNull() }, { missed: messageSid });
        return;
      }
      const fresh = { choices: '[]', stoppedAt: null, updatedAt: instant(this.#clock()) };
      await manager.insert(MessageThreadRows, { id: thread, ...fresh, missed: messageSid });
    });
  }
}

function threadOf(row: MessageThreadRow | null): Thread {
  if (row === null) return { choices: [], stopped: false };
  return { choices: Choices.parse(JSON.parse(row.choices)), stopped: row.stoppedAt !== null };
}
