import { run, processTerminal as terminal } from '../kit/command.ts';
import { environment } from '../services/config.ts';
import { cardsCommand } from './cardsCommand.ts';

const program = cardsCommand({ terminal, environment, input: process.stdin, clock: () => new Date() });
process.exitCode = await run(program, process.argv.slice(2), terminal);
