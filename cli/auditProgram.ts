import { run, processTerminal as terminal } from '../kit/command.ts';
import { environment } from '../services/config.ts';
import { auditCommand } from './auditCommand.ts';

const program = auditCommand({ terminal, environment, clock: () => new Date() });
process.exitCode = await run(program, process.argv.slice(2), terminal);
