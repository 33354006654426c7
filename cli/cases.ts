import { run, processTerminal as terminal } from '../kit/command.ts';
import { environment } from '../services/config.ts';
import { casesCommand } from './casesCommand.ts';

const program = casesCommand({ terminal, environment, clock: () => new Date() });
process.exitCode = await run(program, process.argv.slice(2), terminal);
