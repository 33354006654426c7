import type { Clock } from '../time.ts';

/**
 * The budget of a subject: `most` in a `window` of milliseconds. With `keptFor`, also in milliseconds, the count is
 * kept longer than its window, and always exchanged.
 */
export type Budget = { most: number; window: number; keptFor?: number };

/** The count of a subject in a window that this process has not yet told the others. Times are in milliseconds. */
export type Delta = { subject: string; begun: number; until: number; count: number };

/** The count of a subject in a window over all processes. */
export type Total = { subject: string; begun: number; count: number };

/** `known` is the total at the last exchange, `own` what this process has counted since. */
type Entry = {
  begun: number;
  ends: number;
  /** The moment from which no process needs the count any more. */
  until: number;
  known: number;
  own: number;
  isShared: boolean;
};

/** The most subjects kept at once, more than an honest hour has; further ones share one count. */
const mostSubjects = 100_000;
const others = 'all others';

/** A subject is exchanged from a quarter of its budget on, because the many below that need no exchange. */
const sharedFrom = 4;

/**
 * Counts events in memory, in windows that begin at the same moments in all processes. `CountExchange` tells the other
 * processes.
 */
export class SharedCounts {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** Counts one event. @returns whether the budget allows it; a refused event is not counted */
  spend(subject: string, budget: Budget): boolean {
    const entry = this.#entry(subject, budget);
    if (entry.known + entry.own >= budget.most) return false;
    entry.own += 1;
    entry.isShared ||= (entry.known + entry.own) * sharedFrom >= budget.most;
    return true;
  }

  /** The count of the present window. */
  count(subject: string, budget: Budget): number {
    const { known, own } = this.#entry(subject, budget);
    return known + own;
  }

  /** The milliseconds until a window of this length ends. */
  left(window: number): number {
    return window - (this.#clock().getTime() % window);
  }

  /** The counts to tell the other processes. */
  deltas(): Delta[] {
    const now = this.#clock().getTime();
    const deltas: Delta[] = [];
    for (const [subject, { begun, ends, until, own, isShared }] of this.#entries) {
      if (isShared && own > 0) deltas.push({ subject, begun, until, count: own });
      else if (ends <= now) this.#entries.delete(subject);
    }
    return deltas;
  }

  /** Takes the totals after an exchange. `told` are the counts that this process had sent. */
  learn(told: readonly Delta[], totals: readonly Total[]): void {
    for (const { subject, begun, count } of told) {
      const entry = this.#entries.get(subject);
      const total = totals.find((one) => one.subject === subject && one.begun === begun);
      if (entry?.begun !== begun || !total) continue;
      entry.own -= count;
      entry.known = total.count;
    }
  }

  #entry(subject: string, { window, keptFor = 0 }: Budget): Entry {
    const now = this.#clock().getTime();
    const begun = now - (now % window);
    const found = this.#entries.get(subject);
    if (found && found.begun === begun) return found;
    if (!found && this.#entries.size >= mostSubjects && subject !== others)
      return this.#entry(others, { window, most: 0 });
    const ends = begun + window;
    const fresh = { begun, ends, until: ends + keptFor, known: 0, own: 0, isShared: keptFor > 0 };
    this.#entries.set(subject, fresh);
    return fresh;
  }
}
