import * as z from 'zod';
import { type EntityManager, IsNull, Not } from '../../../../kit/store/query.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, instant } from '../../../../kit/time.ts';
import type { TurnLease } from '../../../turn/turnLease.ts';
import { Choice } from './choices.ts';
import { type MessageThreadRow, MessageThreadRows, ReceivedMessageRows } from './messageTables.ts';
import { queueRedaction } from './queueRedaction.ts';

const Choices = z.array(Choice);

/** The messages with one number as a turn needs them. */
export type Thread = { choices: readonly Choice[]; stopped: boolean };

/** A message by its own id, in the thread with its customer, and the right to the turn in it. */
export type InTurn = { thread: string; messageSid: string; lease: TurnLease };

/**
 * What a delivery of a message is.
 * - `answered`: it had its turn; this is what was answered
 * - `begun`: it has its turn now, be it its first or one after a turn that was lost with its process. `isOvertaken`
 *   where another message was answered since it first came: it was said into a conversation that has gone on.
 *   `missed` is the answer to an earlier one that the customer has not heard
 */
export type Begun =
  | { state: 'answered'; answer: string }
  | { state: 'begun'; thread: Thread; isOvertaken: boolean; missed: string | undefined };

/** The messages that came in, so that each has one effect and one answer however often it is delivered. */
export class MessageLog {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  /**
   * Notes that a message is being worked on, so that it is known where its process dies.
   * @throws TurnLost
   */
  async begin({ thread, messageSid, lease }: InTurn): Promise<Begun> {
    return this.#store.transaction(async (manager) => {
      await lease.assertHeld(manager);
      const before = await manager.findOneBy(ReceivedMessageRows, { messageSid });
      if (before?.answer) return { state: 'answered', answer: before.answer };
      const row = await manager.findOneBy(MessageThreadRows, { id: thread });
      if (!before) {
        const receivedAt = instant(this.#clock());
        await manager.insert(ReceivedMessageRows, { messageSid, answer: null, receivedAt });
      }
      const isOvertaken = before !== null && row !== null && row.updatedAt > before.receivedAt;
      const missed = await missedIn(manager, row);
      return { state: 'begun', thread: threadOf(row), isOvertaken, missed };
    });
  }

  /** Has the text of a message blanked at the provider, whatever becomes of its turn and whosever it is by now. */
  async queueRedaction(messageSid: string): Promise<void> {
    await this.#store.transaction((manager) => queueRedaction(manager, messageSid, this.#clock()));
  }

  /**
   * Keeps what a message is answered with and what the customer can reply, in the transaction that writes whatever
   * else its turn did.
   * @returns the answer that stands: this one, or one whose commit was not heard of
   * @throws TurnLost
   */
  async keep(
    manager: EntityManager,
    { thread, messageSid, lease }: InTurn,
    answer: string,
    { choices, stopped }: Thread,
  ): Promise<string> {
    await lease.assertHeld(manager);
    const { affected } = await manager.update(
      ReceivedMessageRows,
      { messageSid, answer: IsNull() },
      { answer },
    );
    if (affected !== 1) {
      const kept = await manager.findOneByOrFail(ReceivedMessageRows, { messageSid });
      return kept.answer ?? answer;
    }
    const now = instant(this.#clock());
    const left = { choices: JSON.stringify(choices), stoppedAt: stopped ? now : null, updatedAt: now };
    await manager.upsert(MessageThreadRows, { id: thread, ...left }, ['id']);
    await manager.update(MessageThreadRows, { id: thread, missed: Not(messageSid) }, { missed: null });
    return answer;
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

/** Undefined also where the turn that was waited for has failed. */
async function missedIn(manager: EntityManager, row: MessageThreadRow | null): Promise<string | undefined> {
  if (!row?.missed) return undefined;
  const received = await manager.findOneBy(ReceivedMessageRows, { messageSid: row.missed });
  return received?.answer ?? undefined;
}

function threadOf(row: MessageThreadRow | null): Thread {
  if (row === null) return { choices: [], stopped: false };
  return { choices: Choices.parse(JSON.parse(row.choices)), stopped: row.stoppedAt !== null };
}
