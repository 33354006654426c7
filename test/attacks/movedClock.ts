/**
 * A module that runs first in a service: it lets time pass there when it is told to, on the wall and in the ticks of
 * the process, as if the machine had run for so long. Timers go on as before.
 */
let passed = 0;
const Wall = Date;
const ticks = performance.now.bind(performance);

class MovedDate extends Wall {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Wall.now() + passed);
    else super(...(given as [number]));
  }

  static override now(): number {
    return Wall.now() + passed;
  }
}

globalThis.Date = MovedDate as DateConstructor;
performance.now = () => ticks() + passed;
process.on('message', ({ passes }: { passes: number }) => {
  passed += passes;
  process.send?.({ passed });
});
// Nothing that listens here keeps the service from ending.
process.channel?.unref();
