import { keepCompiledCode } from '../kit/compiledCode.ts';
import { isToStart } from '../kit/isToStart.ts';

const help = `npm run start:processor: runs the bank's side alone, for bots in other processes, until Ctrl-C or SIGTERM.
PROCESSOR_TOKEN, or a certificate, is what such a bot must show.
The settings stand in the environment or in .env; .env.example names each with its default.
What an operator can do beside it: npx thawline --help`;

/** `npm run start:processor`, compiled once as `npm start` is. */
keepCompiledCode();
if (isToStart(process.argv.slice(2), help)) await import('./main.ts');
