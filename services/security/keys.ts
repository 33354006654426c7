import { run, processTerminal as terminal } from '../command.ts';
import { environment } from '../config.ts';
import { keysCommand } from './keysCommand.ts';

process.exitCode = await run(
  keysCommand({ terminal, environment, clock: () => new Date() }),
  process.argv.slice(2),
  terminal,
);
