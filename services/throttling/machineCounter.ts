import { readFileSync } from 'node:fs';
import type { Ticks } from '../../kit/time.ts';
import type { CounterName } from './steadyTime.ts';

/** The file in which Linux names each start of the machine. Containers see the same name, and the same counter. */
const nameOfStart = '/proc/sys/kernel/random/boot_id';

/** The machine's own counter, shared by all its processes. It has no name where the system does not name its starts. */
export function machineCounter(): { ticks: Ticks; counter: CounterName } {
  const ticks = () => Number(process.hrtime.bigint() / 1_000_000n);
  try {
    return { ticks, counter: readFileSync(nameOfStart, 'ascii').trim() || undefined };
  } catch {
    return { ticks, counter: undefined };
  }
}
