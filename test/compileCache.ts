import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** What is compiled once need not be compiled at each of the many starts. */
export const compiled = join(import.meta.dirname, '../node_modules/.cache/compiled');

enableCompileCache(compiled);
process.env.NODE_COMPILE_CACHE = compiled;
