import * as z from 'zod';
import { type Clock, instant, later, seconds } from '../../../../services/contract/time.ts';
import type { Store } from '../../../../services/store/store.ts';
import { queueRedaction } from '../../../redaction/queueRedaction.ts';
import {
  type MessageThreadRow,
  MessageThreadRows,
  ReceivedMessageRows,
} from '../../../storage/messageTables.ts';
import { Choice } from './choices.ts';

const Choices = z.array(Choice);

/** The messages with one number as a turn needs them. */
export type Thread = { choices: readonly Choice[]; stopped: boolean };

/**
 * What a delivery of a message is.
 * - `claimed`: the first one; its caller does the work. `again` where a process died over it before
 * - `answered`: it came before; this is what was answered
 * - `busy`: this message, or another one of the same customer, is being worked on
 */
export type Claim =
  | { state: 'claimed'; thread: Thread; again: boolean }
  | { state: 'answered'; answer: string }
  | { state: 'busy' };

/** How a message leaves its thread. */
export type Left = { choices: readonly Choice[]; stopped: boolean };

/** A message that is worked on for so long has lost its process. */
const workingFor = 30 * seconds;

/**
 * The messages that came in, so that each has one effect and one answer however often it is delivered, and so that
 * those of one customer are worked on one after the other, over all processes that share the database.
 */
export class MessageLog {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Claims a message for whoever asks first, and with it the customer's thread. */
  async claim(id: string, messageSid: string): Promise<Claim> {
    return this.#store.transaction(async (manager) => {
      const before = await manager.findOneBy(ReceivedMessageRows, { messageSid });
      if (before?.answer) return { state: 'answered', answer: before.answer };
      const now = this.#clock();
      const row = await manager.findOneBy(MessageThreadRows, { id });
      const isHeld = row?.workingSince && row.workingSince > instant(later(now, -workingFor));
      if (isHeld) return { state: 'busy' };
      const working = { workingOn: messageSid, workingSince: instant(now), updatedAt: instant(now) };
      if (row) await manager.update(MessageThreadRows, { id }, working);
      else await manager.insert(MessageThreadRows, { id, choices: '[]', stoppedAt: null, ...working });
      if (!before) {
        await manager.insert(ReceivedMessageRows, { messageSid, answer: null, receivedAt: instant(now) });
      }
      return { state: 'claimed', thread: threadOf(row), again: before !== null };
    });
  }

  /** Has the text of a message blanked at the provider, whatever becomes of its turn. */
  async queueRedaction(messageSid: string): Promise<void> {
    await this.#store.transaction((manager) => queueRedaction(manager, messageSid, this.#clock()));
  }

  /** Keeps what a message was answered with and what the customer can reply, and lets the next one in. */
  async finish(id: string, messageSid: string, answer: string, { choices, stopped }: Left): Promise<void> {
    await this.#store.transaction(async (manager) => {
      const now = instant(this.#clock());
      await manager.update(ReceivedMessageRows, { messageSid }, { answer });
      await manager.update(
        MessageThreadRows,
        { id, workingOn: messageSid },
        {
          choices: JSON.stringify(choices),
          workingOn: null,
          workingSince: null,
          stoppedAt: stopped ? now : null,
          updatedAt: now,
        },
      );
    });
  }

  /** Lets go of a message that could not be worked on, so that it can come again. */
  async release(id: string, messageSid: string): Promise<void> {
    await this.#store.transaction(async (manager) => {
      const free = { workingOn: null, workingSince: null };
      await manager.update(MessageThreadRows, { id, workingOn: messageSid }, free);
    });
  }
}

function threadOf(row: MessageThreadRow | null): Thread {
  if (row === null) return { choices: [], stopped: false };
  return { choices: Choices.parse(JSON.parse(row.choices)), stopped: row.stoppedAt !== null };
}
