import { run, processTerminal as terminal } from '../kit/command.ts';
import { environment } from '../services/config.ts';
import { machineCounter } from '../services/throttling/machineCounter.ts';
import { thawlineCommand } from './thawlineCommand.ts';

// An output that is closed, as `| head` closes it, must not stop work that is half done.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

const words = process.argv.slice(2);
const { stdin: input, stdout: output } = process;
const program = await thawlineCommand(
  { terminal, environment, input, output, clock: () => new Date(), counting: machineCounter() },
  words,
);
process.exitCode = await run(program, words, terminal);
