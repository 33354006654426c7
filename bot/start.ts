import { keepCompiledCode } from '../kit/compiledCode.ts';

/** `npm start`. What is loaded after the first line is compiled once; Node keeps it for the next start when it ends. */
keepCompiledCode();
await import('./main.ts');
