import { createRequire } from 'node:module';
import { learnModels, packageModels, unfitIn } from '../dialogs/understanding/models.ts';
import { openPages, packageFolder } from '../kit/pages/openPages.ts';

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

if (!pagesFit() && canBuild()) {
  const { buildPages, thorough } = await import('./buildPages.ts');
  await buildPages(packageFolder, thorough);
}
if (unfitIn(packageModels) !== undefined) learnModels(packageModels);
