import { environment } from '../bankSettings.ts';
import { processTerminal, run } from '../command.ts';
import { cardsCommand } from './cardsCommand.ts';

process.exitCode = await run(
  cardsCommand(processTerminal, environment, process.stdin),
  process.argv.slice(2),
  processTerminal,
);
