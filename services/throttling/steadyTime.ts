import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { type Clock, type Instant, instant, later, seconds, type Ticks } from '../../kit/time.ts';
import { SteadyMoments } from '../tables/steadyMoment.ts';

/**
 * The name of a counter that all processes of a machine share until its next start; undefined where each process has
 * its own.
 */
export type CounterName = string | undefined;

const moments = new PreparedTable(SteadyMoments);
/**
 * The interval of the looks into the database: a crash loses at most this much of the steady time, and another process
 * is at most this far ahead unnoticed.
 */
const lookedAtEvery = 1 * seconds;

/**
 * The time that limits and locks use. It never goes back, and it runs at the true speed even if somebody sets the wall
 * clock, because a running process measures it by its own ticks.
 * The database keeps the steady time, with the wall clock and the machine's counter at that moment. A new process
 * continues by the counter, so that a command agrees with the service beside it; only after a restart of the machine
 * does it have to trust the wall clock.
 * Each process reads and writes there once a second instead of with each attempt: it is a single row, and whoever
 * writes it makes all others wait for the commit.
 */
export class SteadyTime {
  readonly #clock: Clock;
  readonly #ticks: Ticks;
  readonly #counter: CounterName;
  /** The wall clock at the start of this process, and its ticks at the last reading. */
  readonly #begun: number;
  #counted: number;
  /** The steady time in this process; undefined before the first reading. */
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

  /** The steady time. It is also stored for the processes that start later. */
  async keep(manager: EntityManager): Promise<Date> {
    const now = await this.now(manager);
    if (!this.#keeps.isDue(this.#ticks(), this.#clock())) return now;
    const counter = this.#shown(this.#counted);
    const kept = { id: 1, steady: instant(now), wall: instant(this.#clock()), counter };
    // Another process may have stored a later time meanwhile; that one stays.
    const isEarlier = { that: '{steady} <= ?', values: [kept.steady] };
    await moments.put(manager, kept, ['steady', 'wall', 'counter'], isEarlier);
    return now;
  }

  async now(manager: EntityManager): Promise<Date> {
    const isLookedAt = this.#looks.isDue(this.#ticks(), this.#clock()) || this.#steady === undefined;
    const kept = isLookedAt ? await moments.selectOne(manager, { id: 1 }) : undefined;
    const steady = kept ? Date.parse(kept.steady) : 0;
    // No other call runs between here and the end of the update, so each of two calls counts the ticks since the other.
    const ticks = this.#ticks();
    const passed = Math.max(0, ticks - this.#counted);
    this.#counted = ticks;
    const counted = kept && this.#since(kept.counter, ticks);
    // The wall clock is not read again here, because it may have been set since this process began.
    const wall = this.#begun + passed;
    const first = kept ? steady + Math.max(0, counted ?? wall - Date.parse(kept.wall)) : wall;
    const own = this.#steady === undefined ? first : this.#steady + passed;
    this.#steady = Math.max(own, steady);
    return new Date(this.#steady);
  }

  #shown(ticks: number): string | null {
    return this.#counter === undefined ? null : `${Math.floor(ticks)} ${this.#counter}`;
  }

  /** The milliseconds since the counter had this value; undefined where the value is of another counter. */
  #since(shown: string | null, ticks: number): number | undefined {
    const [, before, name] = /^(\d+) (.+)$/.exec(shown ?? '') ?? [];
    return name !== undefined && name === this.#counter ? ticks - Number(before) : undefined;
  }

  /** The wall clock's time at a steady moment, for readers who live by the wall clock. */
  onTheWall(moment: Date, now: Date): Instant {
    return instant(later(this.#clock(), moment.getTime() - now.getTime()));
  }
}

/** Limits how often something is done, by ticks and by the wall clock, since either of them may stand still. */
class EverySoOften {
  readonly #while: number;
  #last: { ticks: number; wall: number } | undefined;

  constructor(time: number) {
    this.#while = time;
  }

  /** Whether the time has come; if so, it counts as done now. */
  isDue(ticks: number, wall: Date): boolean {
    const now = { ticks, wall: wall.getTime() };
    const passed = (than: { ticks: number; wall: number }) =>
      Math.max(Math.abs(now.ticks - than.ticks), Math.abs(now.wall - than.wall));
    if (this.#last !== undefined && passed(this.#last) < this.#while) return false;
    this.#last = now;
    return true;
  }
}
