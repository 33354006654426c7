import { type Clock, seconds, type Ticks } from '../../../kit/time.ts';

/** One activity with its number, as JSON. */
type Numbered = { number: number; activity: string };
/** Activities of one conversation that follow upon each other, and when the transaction of the newest was begun. */
type Newest = { shown: readonly Numbered[]; ticks: number; at: number };

/** How long activities are told from memory, in milliseconds: what follows upon them at once asks within that. */
export const toldFromMemoryFor = 0.5 * seconds;

/** So much of one conversation, and of so many of them: some megabytes. */
const most = { activities: 25, characters: 20_000, conversations: 300 };

/**
 * The activities that this process has just committed, for the poll or the frame that follows upon them: it need not ask the
 * database. Counted from before they were sent to the database they are gone after a moment, so that whoever ends a conversation
 * in another process knows when nobody tells of it any more.
 */
export class NewestActivities {
  readonly #clock: Clock;
  readonly #ticks: Ticks;
  readonly #newest = new Map<string, Newest>();

  constructor({ clock, ticks }: { clock: Clock; ticks: Ticks }) {
    this.#clock = clock;
    this.#ticks = ticks;
  }

  /** To be called before activities are sent to the database. @returns what notes them once they are committed */
  noting(conversationId: string, added: readonly Numbered[]): () => void {
    const begun = { ticks: this.#ticks(), at: this.#clock().getTime() };
    return () => this.#note(conversationId, { ...begun, shown: added });
  }

  /** What came after a number; undefined where the database has to be asked. */
  after(conversationId: string, number: number): readonly Numbered[] | undefined {
    const newest = this.#newest.get(conversationId);
    if (!newest || !this.#isNew(newest)) return undefined;
    const after = newest.shown.filter((one) => one.number > number);
    return after[0]?.number === number + 1 ? after : undefined;
  }

  forget(conversationId: string): void {
    this.#newest.delete(conversationId);
  }

  #note(conversationId: string, added: Newest): void {
    const before = this.#newest.get(conversationId);
    this.forget(conversationId);
    const isNext = before && this.#isNew(before) && before.shown.at(-1)?.number === firstOf(added) - 1;
    // Whoever could add to a conversation knows that it was not ended until then.
    const all = isNext ? { ...added, shown: [...before.shown, ...added.shown] } : added;
    const newest = isShort(all) ? all : added;
    if (!isShort(newest) || newest.shown.length === 0) return;
    this.#newest.set(conversationId, newest);
    for (const id of this.#newest.keys()) {
      if (this.#newest.size <= most.conversations) break;
      this.forget(id);
    }
    setTimeout(() => {
      if (this.#newest.get(conversationId) === newest) this.forget(conversationId);
    }, toldFromMemoryFor).unref();
  }

  /** By ticks and by the wall clock, since either of them may stand still. */
  #isNew({ ticks, at }: Newest): boolean {
    const passed = [this.#ticks() - ticks, this.#clock().getTime() - at];
    return passed.every((time) => Math.abs(time) < toldFromMemoryFor);
  }
}

function firstOf({ shown }: Newest): number {
  return shown[0]?.number ?? 0;
}

function isShort({ shown }: Newest): boolean {
  const characters = shown.reduce((sum, { activity }) => sum + activity.length, 0);
  return shown.length <= most.activities && characters <= most.characters;
}
