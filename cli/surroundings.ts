import type { Readable, Writable } from 'node:stream';
import type { Terminal } from '../kit/command.ts';
import type { Clock } from '../kit/time.ts';
import type { CounterName, Ticks } from '../services/throttling/steadyTime.ts';
import type { Operator } from './operator.ts';

/** What an operator's command may use of the process that it runs in. */
export type Surroundings = {
  terminal: Terminal;
  /** Settings are read when a command runs, so that `--help` needs none. */
  environment: () => NodeJS.ProcessEnv;
  input: Readable;
  output: Writable;
  clock: Clock;
  /** Who works here; whoever has started this process, unless it is said. */
  operator?: Operator;
  /** The machine's counter, by which the service beside goes; without one the clock's time counts. */
  counting?: { ticks: Ticks; counter: CounterName };
};
