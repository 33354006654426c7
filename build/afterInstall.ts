import { createRequire } from 'node:module';
import { packageModels, unfitIn } from '../dialogs/understanding/models.ts';
import { openPages, packageFolder } from '../kit/pages/openPages.ts';
import { learnBeside } from './learnBeside.ts';

/**
 * Runs after `npm ci`. It keeps built pages and models that fit, since npm also runs this for `npx thawline` beside a
 * service. Without the development packages, pages cannot be built, and those built before are served. The models need
 * only the production packages.
 */
const { resolve } = createRequire(import.meta.url);

function pagesFit(): boolean {
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

async function makePages(): Promise<void> {
  if (pagesFit() || !canBuild()) return;
  const { buildPages, thorough } = await import('./buildPages.ts');
  await buildPages(packageFolder, thorough);
}

async function learn(): Promise<void> {
  if (unfitIn(packageModels) !== undefined) await learnBeside(packageModels);
}

await Promise.all([makePages(), learn()]);
