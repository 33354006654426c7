import { readFileSync } from 'node:fs';
import type { CounterName, Ticks } from './steadyTime.ts';

/** What Linux names a start of the machine by; the same in its containers, as the counter is. */
const nameOfStart = '/proc/sys/kernel/random/boot_id';

/** The machine's own counter, the same for all its processes; without a name where the system gives its starts none. */
export function machineCounter(): { ticks: Ticks; counter: CounterName } {
  const ticks = () => Number(process.hrtime.bigint() / 1_000_000n);
  try {
    return { ticks, counter: readFileSync(nameOfStart, 'ascii').trim() || undefined };
  } catch {
    return { ticks, counter: undefined };
  }
}
