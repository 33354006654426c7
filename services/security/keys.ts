import { environment } from '../bankSettings.ts';
import { processTerminal, run } from '../command.ts';
import { keysCommand } from './keysCommand.ts';

process.exitCode = await run(
  keysCommand(processTerminal, environment),
  process.argv.slice(2),
  processTerminal,
);
