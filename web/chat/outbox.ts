import type { ChatActivity } from './chatActivity.ts';
import type { Observable } from './observable.ts';
import { ServiceRefused } from './serviceRefused.ts';

type Observer = Parameters<Observable<string>['subscribe']>[0];
type Waiting = { activity: ChatActivity; observer: Observer };

type OutboxDependencies = {
  /** Sends one activity. @throws ServiceRefused, and what `fetch` throws */
  post: (activity: ChatActivity, signal: AbortSignal) => Promise<string>;
  /** The service does not know the right to this conversation any more; a new one may be had. */
  refused: () => void;
  /** Whether what was sent last is on its way for longer than a line takes that works. */
  late: (isLate: boolean) => void;
};

const firstPause = 500;
const longestPause = 8000;
/** Longer than an echo takes on a line that works. */
const soon = 2500;

/**
 * What the customer has said or sealed and the service has not taken yet, in its order. It is sent again by itself, under
 * the same id, of which the service knows each once; it is kept in memory alone, and goes with the page.
 */
export class ChatOutbox {
  readonly #parts: OutboxDependencies;
  #waiting: Waiting[] = [];
  #pause = firstPause;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;
  #underWay: AbortController | undefined;

  constructor(parts: OutboxDependencies) {
    this.#parts = parts;
  }

  /** As Direct Line's client has it: sent with the subscription, given up with its end. */
  posted(activity: ChatActivity): Observable<string> {
    return {
      subscribe: (observer) => {
        const one = { activity, observer };
        this.#waiting.push(one);
        void this.#send();
        return { unsubscribe: () => this.#drop(one) };
      },
    };
  }

  /** The line is back: what is stuck is sent at once. */
  retry(): void {
    this.#pause = firstPause;
    clearTimeout(this.#timer);
    if (this.#underWay) this.#underWay.abort();
    else void this.#send();
  }

  /** Its echo has come, whatever becomes of the answer. */
  heard({ id, channelData }: ChatActivity): void {
    const own = channelData?.clientActivityID;
    const [first] = this.#waiting;
    if (own === undefined || first?.activity.channelData?.clientActivityID !== own) return;
    this.#done(first, id ?? '');
    clearTimeout(this.#late);
    this.#underWay = undefined;
    void this.#send();
  }

  /** Nothing can be sent here any more. */
  giveUp(): void {
    clearTimeout(this.#timer);
    for (const one of [...this.#waiting]) this.#fails(one);
  }

  async #send(): Promise<void> {
    const [first] = this.#waiting;
    if (this.#underWay || !first) return;
    const mine = new AbortController();
    this.#underWay = mine;
    clearTimeout(this.#timer);
    this.#late = setTimeout(this.#parts.late, soon, true);
    const failed = await this.#parts.post(first.activity, mine.signal).then(
      (id) => this.#done(first, id),
      (error: unknown) => ({ error }),
    );
    // The service has echoed this one already, and the next is being sent.
    if (this.#underWay !== mine) return;
    this.#underWay = undefined;
    clearTimeout(this.#late);
    if (!failed || mine.signal.aborted) return this.#send();
    if (failed.error instanceof ServiceRefused && failed.error.isFinal) this.#parts.refused();
    if (!isFinal(failed.error)) return this.#later();
    this.#fails(first);
    return this.#send();
  }

  #later(): void {
    this.#parts.late(true);
    this.#timer = setTimeout(() => void this.#send(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  #done(one: Waiting, id: string): void {
    if (!this.#waiting.includes(one)) return;
    this.#pause = firstPause;
    this.#parts.late(false);
    this.#drop(one);
    one.observer.next?.(id);
    one.observer.complete?.();
  }

  /** The error carries nothing of what was typed. */
  #fails(one: Waiting): void {
    this.#drop(one);
    one.observer.error?.(new Error('not sent'));
  }

  #drop(one: Waiting): void {
    this.#waiting = this.#waiting.filter((other) => other !== one);
  }
}

/** What was sent is wrong itself; a token that is over, a flood or a service that is away are not. */
function isFinal(error: unknown): boolean {
  return error instanceof ServiceRefused && [400, 404, 413, 422].includes(error.status);
}
