import { keepCompiledCode } from '../kit/compiledCode.ts';

/** `npm run start:processor`, compiled once as `npm start` is. */
keepCompiledCode();
await import('./main.ts');
