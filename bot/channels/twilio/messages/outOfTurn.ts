import type { Store } from '../../../../kit/store/store.ts';
import type { MessageLog } from './messageLog.ts';

/**
 * Notes about messages outside of turns: a message that gets no turn, or one whose answer nobody waits for any more.
 */
export class OutOfTurn {
  readonly #store: Store;
  readonly #messageLog: MessageLog;

  constructor({ store, messageLog }: { store: Store; messageLog: MessageLog }) {
    this.#store = store;
    this.#messageLog = messageLog;
  }

  /** Queues the blanking of a message at the provider, since nobody has looked for secrets in it. */
  async blank(messageSid: string): Promise<void> {
    await this.#store.transaction([], (manager) => this.#messageLog.holds(manager, messageSid));
  }

  async miss(thread: string, messageSid: string): Promise<void> {
    await this.#store.transaction([], (manager) => this.#messageLog.miss(manager, thread, messageSid));
  }
}
