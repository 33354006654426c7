import type { Readable, Writable } from 'node:stream';
import type { CommandTerminal } from '../kit/command.ts';
import type { Clock, Ticks } from '../kit/time.ts';
import type { CounterName } from '../services/throttling/steadyTime.ts';
import type { Operator } from './operator.ts';

/** The parts of its process that an operator's command may use. */
export type Surroundings = {
  terminal: CommandTerminal;
  /** Settings are read when a command runs, so that `--help` works without any. */
  environment: () => NodeJS.ProcessEnv;
  input: Readable;
  output: Writable;
  clock: Clock;
  /** The operator; by default whoever started this process. */
  operator?: Operator;
  /** The machine's counter, which the service beside uses too; without it the clock's time is used. */
  counting?: { ticks: Ticks; counter: CounterName };
};
