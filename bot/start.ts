import { keepCompiledCode } from '../kit/compiledCode.ts';
import { isToStart } from '../kit/isToStart.ts';

const help = `npm start: runs the bot, and the bank's side with it unless PROCESSOR_URL is set, until Ctrl-C or SIGTERM.
Outside production it comes with a demo bank and a telephone in the browser.
The settings stand in the environment or in .env; .env.example names each with its default.
What an operator can do beside it: npx thawline --help`;

/**
 * `npm start`. Modules loaded after the first line are compiled once, and Node stores the result for the next start.
 */
keepCompiledCode();
if (isToStart(process.argv.slice(2), help)) await import('./main.ts');
