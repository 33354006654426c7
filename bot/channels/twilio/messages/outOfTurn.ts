import type { Store } from '../../../../kit/store/store.ts';
import type { MessageLog } from './messageLog.ts';

/** What is written of a message beside turns: it has none, or nobody waits for its answer any more. */
export class OutOfTurn {
  readonly #store: Store;
  readonly #messageLog: MessageLog;

  constructor({ store, messageLog }: { store: Store; messageLog: MessageLog }) {
    this.#store = store;
    this.#messageLog = messageLog;
  }

  /** Has its text blanked at the provider: nobody has looked at what it holds. */
  async blank(messageSid: string): Promise<void> {
    await this.#store.transaction([], (manager) => this.#messageLog.holds(manager, messageSid));
  }

  async miss(thread: string, messageSid: string): Promise<void> {
    await this.#store.transaction([], (manager) => this.#messageLog.miss(manager, thread, messageSid));
  }
}
