import { run, processTerminal as terminal } from '../kit/command.ts';
import { environment } from '../services/config.ts';
import { keysCommand } from './keysCommand.ts';

process.exitCode = await run(
  keysCommand({ terminal, environment, clock: () => new Date() }),
  process.argv.slice(2),
  terminal,
);
