import { randomUUID } from 'node:crypto';
import AsyncLock from 'async-lock';
import { UnfreezeError } from '../../kit/errors.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, type Pause, seconds } from '../../kit/time.ts';
import { type Delivered, HandledActivities } from './handledActivities.ts';
import { leaseLasts, TurnLease, type TurnOf } from './turnLease.ts';

/** Does `beat` again and again until it is stopped. */
export type Heartbeat = (beat: () => Promise<void>) => () => void;

/**
 * Keeps what an activity is answered with, for this turn and no other.
 * @throws TurnLost
 */
export type Settle = (manager: EntityManager, answer: string) => Promise<void>;

type Parts = {
  store: Store;
  clock: Clock;
  pause: Pause;
  /** Three times in the life of a lease, where nothing else is given. */
  heartbeat?: Heartbeat;
  /** How long a turn waits for those before it, in milliseconds: less than the 15 s that carriers and channels give. */
  longestWait?: number;
};

/** Between two looks at the turn of another process. */
const shortestLook = 20;
const longestLook = 200;

/**
 * One turn of a conversation after the other: without that, two messages of the same moment would both be answered
 * from the state before either. Within this process turns stand in a queue in the order in which they came; the first
 * of it waits in the database for those of other processes.
 */
export class TurnLock {
  readonly #parts: Parts;
  readonly #handled: HandledActivities;
  readonly #queue: AsyncLock;
  readonly #longestWait: number;
  readonly #heartbeat: Heartbeat;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#handled = new HandledActivities(parts);
    this.#heartbeat = parts.heartbeat ?? everyThird;
    this.#longestWait = parts.longestWait ?? 12 * seconds;
    this.#queue = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });
  }

  /**
   * Runs one turn while no other of its conversation runs anywhere.
   * @param longestWait where the channel can wait longer than others
   * @throws UnfreezeError `storeUnavailable` where those before it take too long; then nothing was done
   */
  async run<Result>(
    of: TurnOf,
    turn: (lease: TurnLease) => Promise<Result>,
    longestWait: number = this.#longestWait,
  ): Promise<Result> {
    const key = JSON.stringify([of.channelId, of.conversationId]);
    const deadline = this.#parts.clock().getTime() + longestWait;
    let waits = true;
    const held = async () => {
      waits = false;
      return this.#held(of, deadline, turn);
    };
    return this.#queue.acquire(key, held, { timeout: longestWait }).catch((error: unknown) => {
      throw waits ? tooLong(error) : error;
    });
  }

  /**
   * As `run`, for an activity that may be delivered more than once: its turn runs once, and each delivery gets its
   * answer. Where the turn fails nothing is kept, and the next delivery is a new one.
   * @param turn may call `settle` in the transaction that writes what the turn did: a process that dies after that
   * commit has answered, and one that dies before it has done nothing
   */
  async runOnce(
    delivered: Delivered,
    turn: (settle: Settle, lease: TurnLease) => Promise<string>,
  ): Promise<string> {
    return this.run(delivered, async (lease) => {
      const before = await this.#handled.answer(delivered);
      if (before !== undefined) return before;
      const settle: Settle = async (manager, answer) => {
        await lease.assertHeld(manager);
        await this.#handled.add(manager, delivered, answer);
      };
      const answer = await turn(settle, lease);
      await this.#parts.store.transaction((manager) => settle(manager, answer));
      return answer;
    });
  }

  async #held<Result>(of: TurnOf, deadline: number, turn: (lease: TurnLease) => Promise<Result>) {
    const lease = new TurnLease(this.#parts, of, randomUUID());
    await this.#take(lease, deadline);
    const stop = this.#heartbeat(async () => {
      await lease.renew().catch(() => {});
    });
    try {
      return await turn(lease);
    } finally {
      stop();
      // Where the database is away the lease ends by itself.
      await lease.release().catch(() => {});
    }
  }

  async #take(lease: TurnLease, deadline: number): Promise<void> {
    if (await lease.take()) return;
    await lease.prepare();
    for (let look = shortestLook; !(await lease.take()); look = Math.min(2 * look, longestLook)) {
      if (this.#parts.clock().getTime() >= deadline) throw tooLong();
      await this.#parts.pause(look);
    }
  }
}

/** The timer keeps no process alive. */
function everyThird(beat: () => Promise<void>): () => void {
  const timer = setInterval(() => void beat(), leaseLasts / 3).unref();
  return () => clearInterval(timer);
}

function tooLong(cause?: unknown): UnfreezeError {
  return new UnfreezeError('storeUnavailable', 'the turns before this one take too long', { cause });
}
