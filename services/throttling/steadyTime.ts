import { type EntityManager, LessThanOrEqual } from '../../kit/store/query.ts';
import { type Clock, type Instant, instant, later } from '../../kit/time.ts';
import { SteadyMoments } from '../tables/steadyMoment.ts';

/** Milliseconds of a counter that nobody sets, such as `performance.now`. */
export type Ticks = () => number;

/**
 * The time that limits and locks are held against. It never goes back, and it goes on as fast as time passes however
 * the clock on the wall is set, while a process runs by that process's ticks. The database keeps how far it got and
 * what the wall clock showed then, so it goes on after a restart; a clock that was set while no process ran cannot
 * be told from time that passed.
 */
export class SteadyTime {
  readonly #clock: Clock;
  readonly #ticks: Ticks;
  /** What the wall clock showed when this process began, and how far its ticks were when last looked at. */
  readonly #begun: number;
  #counted: number;
  /** How far this process itself has got. */
  #steady: number | undefined;

  constructor({ clock, ticks }: { clock: Clock; ticks: Ticks }) {
    this.#clock = clock;
    this.#ticks = ticks;
    this.#begun = clock().getTime();
    this.#counted = ticks();
  }

  /** The steady time, kept for the processes that come after this one. */
  async keep(manager: EntityManager): Promise<Date> {
    const now = await this.now(manager);
    const kept = { steady: instant(now), wall: instant(this.#clock()) };
    // Another process may have kept a later one meanwhile.
    const earlier = { id: 1, steady: LessThanOrEqual(kept.steady) };
    const { affected } = await manager.update(SteadyMoments, earlier, kept);
    if (affected === 0)
      await manager
        .createQueryBuilder()
        .insert()
        .into(SteadyMoments)
        .values({ id: 1, ...kept })
        .orIgnore()
        .execute();
    return now;
  }

  async now(manager: EntityManager): Promise<Date> {
    const ticks = this.#ticks();
    const passed = Math.max(0, ticks - this.#counted);
    const kept = await manager.findOneBy(SteadyMoments, { id: 1 });
    const steady = kept ? Date.parse(kept.steady) : 0;
    // Not what the wall clock shows now: it may have been set since this process began.
    const wall = this.#begun + passed;
    const first = kept ? steady + Math.max(0, wall - Date.parse(kept.wall)) : wall;
    const own = this.#steady === undefined ? first : this.#steady + passed;
    this.#steady = Math.max(own, steady);
    this.#counted = ticks;
    return new Date(this.#steady);
  }

  /** What the clock on the wall will show at a steady moment, for who lives by that clock. */
  onTheWall(moment: Date, now: Date): Instant {
    return instant(later(this.#clock(), moment.getTime() - now.getTime()));
  }
}
