/** The kinds of news, each about rows that are named by their ids. */
export const topics = ['conversation', 'authenticationRequest', 'outbox'] as const;
export type Topic = (typeof topics)[number];

/** The ids of the rows that changed; `any` where some news may have been missed. */
export type ChangedRows = ReadonlySet<string> | 'any';
/** `from`: whether this process or another one announced it. */
type Listener = (news: ChangedRows, from: 'here' | 'elsewhere') => void;

/** The connection to the other processes that share the database. */
export type Others = {
  /** Tells them; never throws, and what is lost on the way they find when they look. */
  tell(topic: Topic, ids: readonly string[]): void;
  close(): Promise<void>;
};

/** The milliseconds for which news is collected, so that a thousand turns a second do not send a thousand messages. */
const collectedFor = 5;

/**
 * Who waits for rows hears of them as soon as they are committed: at once from its own process, and from others where
 * there is a way to them. Nothing rests on it, since everybody looks for themselves now and then.
 */
export class Announcements {
  readonly #listeners = new Map<Topic, Set<Listener>>();
  readonly #collected = new Map<Topic, Set<string>>();
  #others: Others | undefined;

  /** Calls `listener` at the latest some milliseconds after what it listens for; the answer ends that. */
  listen(topic: Topic, listener: Listener): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Announces a change. Is called after the commit. @param id of the row that has come or changed */
  announce(topic: Topic, id: string): void {
    const collected = this.#collected.get(topic);
    if (collected) {
      collected.add(id);
      return;
    }
    const ids = new Set([id]);
    this.#collected.set(topic, ids);
    setTimeout(() => {
      this.#collected.delete(topic);
      this.#heard(topic, ids, 'here');
      this.#others?.tell(topic, [...ids]);
    }, collectedFor).unref();
  }

  /** Another process has announced it. */
  heard(topic: Topic, news: ChangedRows): void {
    this.#heard(topic, news, 'elsewhere');
  }

  /** Others may have announced what was not heard here. */
  missed(): void {
    for (const topic of topics) this.heard(topic, 'any');
  }

  through(others: Others): void {
    this.#others = others;
  }

  async close(): Promise<void> {
    await this.#others?.close();
  }

  #heard(topic: Topic, news: ChangedRows, from: 'here' | 'elsewhere'): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener(news, from);
  }
}
