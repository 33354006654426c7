import type { ChatActivity } from './chatActivity.ts';
import type { DirectLineClient } from './directLineClient.ts';
import type { Observable } from './observable.ts';
import type { ChatOutbox } from './outbox.ts';

type Observer<Value> = Parameters<Observable<Value>['subscribe']>[0];

/** Direct Line's numbers of how a connection stands. */
const status = { connecting: 1, online: 2 };

/**
 * What the page holds on to for a whole conversation, whichever connection feeds it: it would give up what is being sent
 * with each new one. Everything that has arrived is there for whoever begins to listen.
 */
export class ChatLine {
  readonly activity$: Observable<ChatActivity>;
  readonly connectionStatus$: Observable<number>;
  readonly outbox: ChatOutbox;
  readonly #arrived: ChatActivity[] = [];
  readonly #ids = new Set<string>();
  readonly #listeners = new Set<Observer<ChatActivity>>();
  readonly #watchers = new Set<Observer<number>>();
  #status = status.connecting;
  #client: DirectLineClient | undefined;

  constructor(outbox: ChatOutbox) {
    this.outbox = outbox;
    this.activity$ = observed(this.#listeners, (listener) => {
      for (const activity of this.#arrived) listener.next?.(activity);
    });
    this.connectionStatus$ = observed(this.#watchers, (watcher) => watcher.next?.(this.#status));
  }

  postActivity = (activity: ChatActivity): Observable<string> => this.outbox.posted(activity);

  /** From now on this connection brings what is new; it brings all of the conversation first. */
  use(client: DirectLineClient): void {
    this.#client?.end();
    this.#client = client;
    const error = () => {};
    client.activity$.subscribe({ next: (activity) => this.#arrives(activity), error });
    client.connectionStatus$.subscribe({
      next: (now) => {
        if (now === status.online && this.#status !== now) this.#goesOnline();
      },
      error,
    });
  }

  /** What has come by another way than a connection, which brings it once more. */
  hears(activities: readonly ChatActivity[]): void {
    for (const activity of activities) this.#arrives(activity);
  }

  end = (): void => {
    this.#client?.end();
    this.outbox.giveUp();
  };

  #goesOnline(): void {
    this.#status = status.online;
    for (const watcher of this.#watchers) watcher.next?.(this.#status);
  }

  #arrives(activity: ChatActivity): void {
    const { id } = activity;
    if (id !== undefined && this.#ids.has(id)) return;
    if (id !== undefined) this.#ids.add(id);
    this.#arrived.push(activity);
    for (const listener of this.#listeners) listener.next?.(activity);
    this.outbox.heard(activity);
  }
}

function observed<Value>(
  observers: Set<Observer<Value>>,
  begins: (observer: Observer<Value>) => void,
): Observable<Value> {
  return {
    subscribe(observer) {
      begins(observer);
      observers.add(observer);
      return { unsubscribe: () => observers.delete(observer) };
    },
  };
}
