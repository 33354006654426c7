import { type Instant, instant, later, seconds } from '../../kit/time.ts';

/** For so long what this process has queued is its own to send. */
const claimedFor = 30 * seconds;
/** What is left of that when it begins to send, so that nobody else does the same. */
const leastLeft = 15 * seconds;

/**
 * The messages that this process has queued itself, and sends first: each is written as claimed by it, which saves a
 * transaction that claims it. Where the process dies first, or the message was never committed, nothing is lost: whoever
 * looks when the claim is over finds it in the outbox, or nothing.
 */
export class OwnMessages {
  readonly #ends = new Map<string, Date>();
  #isSending = false;

  /** From now on this process sends what it queues. */
  begin(): void {
    this.#isSending = true;
  }

  /** How a message is written that is queued now. */
  queued(id: string, now: Date): { tries: number; nextTryAt: Instant | '' } {
    if (!this.#isSending) return { tries: 0, nextTryAt: '' };
    const end = later(now, claimedFor);
    this.#ends.set(id, end);
    return { tries: 1, nextTryAt: instant(end) };
  }

  /** Gives those out that are to be sent now, each once; one that waited too long is left to whoever finds it. */
  take(now: Date, most: number): string[] {
    const taken: string[] = [];
    for (const [id, end] of this.#ends) {
      if (taken.length === most) break;
      this.#ends.delete(id);
      if (end >= later(now, leastLeft)) taken.push(id);
    }
    return taken;
  }
}
