import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { type Clock, type Instant, instant, later, seconds } from '../../kit/time.ts';
import { SteadyMoments } from '../tables/steadyMoment.ts';

/** Milliseconds of a counter that nobody sets, such as `performance.now`. */
export type Ticks = () => number;

/** Names the counter that the ticks are of, where all processes of a machine count by it until the machine ends. */
export type CounterName = string | undefined;

const moments = new PreparedTable(SteadyMoments);
/** What a process that dies can lose of it, and how long another one can be ahead unseen. */
const lookedAtEvery = 1 * seconds;

/**
 * The time that limits and locks are held against. It never goes back, and it goes on as fast as time passes however
 * the clock on the wall is set, while a process runs by that process's ticks. The database keeps how far it got, and
 * what the wall clock and the machine's counter showed then. A process that starts goes on by the counter, so that a
 * command sees what the service beside it holds; only after a new start of the machine it must take the wall clock's word.
 * Each process looks there and writes there once a second, and not with each attempt: there is but one row, and whoever
 * writes it has everybody else wait for the commit.
 */
export class SteadyTime {
  readonly #clock: Clock;
  readonly #ticks: Ticks;
  readonly #counter: CounterName;
  /** What the wall clock showed when this process began, and how far its ticks were when last looked at. */
  readonly #begun: number;
  #counted: number;
  /** How far this process itself has got. */
  #steady: number | undefined;
  readonly #looks = new EverySoOften(lookedAtEvery);
  readonly #keeps = new EverySoOften(lookedAtEvery);

  constructor({ clock, ticks, counter }: { clock: Clock; ticks: Ticks; counter?: CounterName }) {
    this.#clock = clock;
    this.#ticks = ticks;
    this.#counter = counter;
    this.#begun = clock().getTime();
    this.#counted = ticks();
  }

  /** The steady time, kept for the processes that come after this one. */
  async keep(manager: EntityManager): Promise<Date> {
    const now = await this.now(manager);
    if (!this.#keeps.isDue(this.#ticks(), this.#clock())) return now;
    const counter = this.#shown(this.#counted);
    const kept = { id: 1, steady: instant(now), wall: instant(this.#clock()), counter };
    // Another process may have kept a later one meanwhile.
    const isEarlier = { that: '{steady} <= ?', values: [kept.steady] };
    await moments.upsert(manager, kept, ['steady', 'wall', 'counter'], isEarlier);
    return now;
  }

  async now(manager: EntityManager): Promise<Date> {
    const isLookedAt = this.#looks.isDue(this.#ticks(), this.#clock()) || this.#steady === undefined;
    const kept = isLookedAt ? await moments.selectOne(manager, { id: 1 }) : undefined;
    const steady = kept ? Date.parse(kept.steady) : 0;
    // From here on nobody comes between: of two who ask at once, each counts what has passed since the other.
    const ticks = this.#ticks();
    const passed = Math.max(0, ticks - this.#counted);
    this.#counted = ticks;
    const counted = kept && this.#since(kept.counter, ticks);
    // Not what the wall clock shows now: it may have been set since this process began.
    const wall = this.#begun + passed;
    const first = kept ? steady + Math.max(0, counted ?? wall - Date.parse(kept.wall)) : wall;
    const own = this.#steady === undefined ? first : this.#steady + passed;
    this.#steady = Math.max(own, steady);
    return new Date(this.#steady);
  }

  #shown(ticks: number): string | null {
    return this.#counter === undefined ? null : `${Math.floor(ticks)} ${this.#counter}`;
  }

  /** How far the counter has gone on since it showed something; undefined where that was another one. */
  #since(shown: string | null, ticks: number): number | undefined {
    const [, before, name] = /^(\d+) (.+)$/.exec(shown ?? '') ?? [];
    return name !== undefined && name === this.#counter ? ticks - Number(before) : undefined;
  }

  /** What the clock on the wall will show at a steady moment, for who lives by that clock. */
  onTheWall(moment: Date, now: Date): Instant {
    return instant(later(this.#clock(), moment.getTime() - now.getTime()));
  }
}

/** What is done at most once in a while, by the ticks and by the clock on the wall: either may stand still. */
class EverySoOften {
  readonly #while: number;
  #last: { ticks: number; wall: number } | undefined;

  constructor(time: number) {
    this.#while = time;
  }

  /** Whether it is time for it; then it counts as done. */
  isDue(ticks: number, wall: Date): boolean {
    const now = { ticks, wall: wall.getTime() };
    const passed = (than: { ticks: number; wall: number }) =>
      Math.max(Math.abs(now.ticks - than.ticks), Math.abs(now.wall - than.wall));
    if (this.#last !== undefined && passed(this.#last) < this.#while) return false;
    this.#last = now;
    return true;
  }
}
