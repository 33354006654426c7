import type { Readable, Writable } from 'node:stream';
import type { Terminal } from '../kit/command.ts';
import type { Clock } from '../kit/time.ts';

/** What an operator's command may use of the process that it runs in. */
export type Surroundings = {
  terminal: Terminal;
  /** Settings are read when a command runs, so that `--help` needs none. */
  environment: () => NodeJS.ProcessEnv;
  input: Readable;
  output: Writable;
  clock: Clock;
};
