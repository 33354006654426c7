/**
 * A module that runs first in a service: it lets time pass there when it is told to, on the wall and in the ticks of
 * the process, as if the machine had run for so long. Timers go on as before. With `WALL_AHEAD` milliseconds the clock on
 * the wall alone was set before the start.
 */
let passed = 0;
const ahead = Number(process.env.WALL_AHEAD ?? 0);
const Wall = Date;
const ticks = performance.now.bind(performance);
const counter = process.hrtime.bigint;

class MovedDate extends Wall {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Wall.now() + ahead + passed);
    else super(...(given as [number]));
  }

  static override now(): number {
    return Wall.now() + ahead + passed;
  }
}

globalThis.Date = MovedDate as DateConstructor;
performance.now = () => ticks() + passed;
process.hrtime.bigint = () => counter() + BigInt(passed) * 1_000_000n;
process.on('message', ({ passes }: { passes: number }) => {
  passed += passes;
  process.send?.({ passed });
});
// The channel to the test must not keep the service from ending.
process.channel?.unref();
