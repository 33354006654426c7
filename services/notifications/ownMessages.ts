import { afterCommit } from '../../kit/store/afterCommit.ts';
import type { Announcements } from '../../kit/store/announcements.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { type Instant, instant, later, seconds } from '../../kit/time.ts';

/** The time for which a message belongs to the process that queued it. */
const claimedFor = 30 * seconds;
/** The part of that time that must be left when it begins to send, so that no other process sends the same message. */
const leastLeft = 15 * seconds;

/**
 * The messages that this process has queued itself, and sends first: each is written as claimed by it, which saves a
 * transaction that claims it. Where the process dies first, or the message was never committed, nothing is lost: whoever
 * looks when the claim is over finds it in the outbox, or nothing.
 */
export class OwnMessages {
  readonly #ends = new Map<string, Date>();
  readonly #announcements: Pick<Announcements, 'announce'>;
  #sends: (() => void) | undefined;

  /** @param announcements reach who sends, where this process does not */
  constructor({ announcements }: { announcements: Pick<Announcements, 'announce'> }) {
    this.#announcements = announcements;
  }

  /** Begins to send what this process queues. @param sends is called whenever there is something to send */
  begin(sends = () => {}): void {
    this.#sends = sends;
  }

  /** How a message is written that is queued now, in a transaction: it is this process's to send once that is committed. */
  queued(manager: EntityManager, id: string, now: Date): { tries: number; nextTryAt: Instant | '' } {
    const sends = this.#sends;
    if (!sends) {
      afterCommit(manager, () => this.#announcements.announce('outbox', id));
      return { tries: 0, nextTryAt: '' };
    }
    const end = later(now, claimedFor);
    // Whoever looked sooner would not find it, and leave it to whoever looks when the claim is over.
    afterCommit(manager, () => {
      this.#ends.set(id, end);
      sends();
    });
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
