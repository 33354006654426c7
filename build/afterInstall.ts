import { createRequire } from 'node:module';

/** After `npm ci`. Without the packages for development there is nothing to build with: what was built before is served. */
const { resolve } = createRequire(import.meta.url);
const canBuild = (() => {
  try {
    return resolve('esbuild') !== '';
  } catch {
    return false;
  }
})();
if (canBuild) await import('./build.ts');
