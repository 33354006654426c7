#!/usr/bin/env node
import { keepCompiledCode } from '../kit/compiledCode.ts';

/** `npx thawline`, compiled once as `npm start` is, where there is a folder to keep it in. */
keepCompiledCode({ makesFolder: false });
await import('./main.ts');
