import type { Clock } from '../time.ts';

/** So many within a window of so many milliseconds. What is looked back on is kept for longer, and always exchanged. */
export type Budget = { most: number; window: number; keptFor?: number };

/** What was counted of one subject in a window, here and not told to the other processes yet. Moments in milliseconds. */
export type Delta = { subject: string; begun: number; until: number; count: number };

/** What all processes together have counted. */
export type Total = { subject: string; begun: number; count: number };

/** `known` is the total as it was last exchanged, `own` what has come here since. */
type Entry = {
  begun: number;
  ends: number;
  /** When nobody needs to know of it any more. */
  until: number;
  known: number;
  own: number;
  isShared: boolean;
};

/** More subjects than any honest hour has: what comes beyond them is counted as one. */
const mostSubjects = 100_000;
const others = 'all others';

/** A subject is exchanged from a quarter of its budget on: nobody needs to know of the many that are far from it. */
const sharedFrom = 4;

/**
 * Counts how often something happens, in memory, in windows that begin for all processes at the same moments.
 * `CountExchange` tells the other processes.
 */
export class SharedCounts {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** Counts one more. @returns whether the budget allows it; what it does not allow is not counted */
  spend(subject: string, budget: Budget): boolean {
    const entry = this.#entry(subject, budget);
    if (entry.known + entry.own >= budget.most) return false;
    entry.own += 1;
    entry.isShared ||= (entry.known + entry.own) * sharedFrom >= budget.most;
    return true;
  }

  /** How many there are by now. */
  count(subject: string, budget: Budget): number {
    const { known, own } = this.#entry(subject, budget);
    return known + own;
  }

  /** In how many milliseconds a window of this length ends. */
  left(window: number): number {
    return window - (this.#clock().getTime() % window);
  }

  /** What the other processes are to be told. */
  deltas(): Delta[] {
    const now = this.#clock().getTime();
    const deltas: Delta[] = [];
    for (const [subject, { begun, ends, until, own, isShared }] of this.#entries) {
      if (isShared && own > 0) deltas.push({ subject, begun, until, count: own });
      else if (ends <= now) this.#entries.delete(subject);
    }
    return deltas;
  }

  /** The other processes were told of these, and this is what there is by now. */
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
