import { run, processTerminal as terminal } from '../kit/command.ts';
import { understandCommand } from './understandCommand.ts';

const program = understandCommand({ terminal, input: process.stdin, output: process.stdout });
process.exitCode = await run(program, process.argv.slice(2), terminal);
