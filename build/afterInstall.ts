import { createRequire } from 'node:module';
import { openPages } from '../kit/pages/openPages.ts';

/**
 * After `npm ci`. What was built and fits stays as it is, since npm runs this for `npx thawline` as well, beside a service.
 * Without the packages for development there is nothing to build with: what was built before is served.
 */
const { resolve } = createRequire(import.meta.url);

function fits(): boolean {
  try {
    openPages(undefined);
    return true;
  } catch {
    return false;
  }
}

function canBuild(): boolean {
  try {
    return resolve('esbuild') !== '';
  } catch {
    return false;
  }
}

if (!fits() && canBuild()) await import('./build.ts');
