import type { ChatActivity } from './chatActivity.ts';
import type { Observable } from './observable.ts';

/** What a customer can give: words, or an event such as a sealed item. */
export type CustomerInput =
  | { type: 'message'; text: string }
  | { type: 'event'; name: string; value: unknown };

/** What brings activities and takes those of the customer. */
type Line = { activity$: Observable<ChatActivity>; postActivity(activity: ChatActivity): Observable<string> };

/** What has been said in one conversation, and behind it what is on its way. */
export class Transcript {
  readonly #line: Line;
  readonly #listeners = new Set<() => void>();
  #settled: readonly ChatActivity[] = [];
  #underWay: readonly ChatActivity[] = [];
  #all: readonly ChatActivity[] = [];

  /** @param hears is told of each activity that arrives */
  constructor(line: Line, hears: (activity: ChatActivity) => void) {
    this.#line = line;
    line.activity$.subscribe({
      next: (activity) => {
        this.#arrives(activity);
        hears(activity);
      },
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same array until something changes. */
  view = (): readonly ChatActivity[] => this.#all;

  give(given: CustomerInput, locale: string): void {
    this.#send({
      ...given,
      locale,
      from: { role: 'user' },
      channelData: { clientActivityID: crypto.randomUUID?.() ?? String(Math.random()).slice(2) },
    });
  }

  /** Sends again what had been given up, under its own id, so that the service takes it once. */
  again(activity: ChatActivity): void {
    this.#drops(activity);
    const { failed: _failed, ...sent } = activity;
    this.#send(sent);
  }

  #send(activity: ChatActivity): void {
    this.#shows(this.#settled, [...this.#underWay, activity]);
    this.#line.postActivity(activity).subscribe({ error: () => this.#fails(activity) });
  }

  /** It stays where it was given up: what comes later is no part of that. */
  #fails(activity: ChatActivity): void {
    if (!this.#underWay.includes(activity)) return;
    this.#shows([...this.#settled, { ...activity, failed: true }], without(this.#underWay, activity));
  }

  /**
   * The echo stands in place of what was on its way, whatever had become of the answer. Each stands where its number puts it:
   * Direct Line's client hands them on by timers of their own, and an echo must not come to stand behind its answer.
   */
  #arrives(activity: ChatActivity): void {
    this.#drops(activity);
    const follows = ({ id }: ChatActivity) =>
      id !== undefined && activity.id !== undefined && id > activity.id;
    const [before, behind] = [this.#settled.filter((one) => !follows(one)), this.#settled.filter(follows)];
    this.#shows([...before, activity, ...behind], this.#underWay);
  }

  #drops(activity: ChatActivity): void {
    this.#shows(without(this.#settled, activity), without(this.#underWay, activity));
  }

  #shows(settled: readonly ChatActivity[], underWay: readonly ChatActivity[]): void {
    this.#settled = settled;
    this.#underWay = underWay;
    this.#all = [...settled, ...underWay];
    for (const listener of this.#listeners) listener();
  }
}

function without(activities: readonly ChatActivity[], activity: ChatActivity): readonly ChatActivity[] {
  return activities.filter((one) => !isSame(one, activity));
}

function isSame(one: ChatActivity, other: ChatActivity): boolean {
  const id = one.channelData?.clientActivityID;
  return id !== undefined && id === other.channelData?.clientActivityID;
}
