import { createRequire } from 'node:module';
import { learnModels, packageModels, unfitIn } from '../dialogs/understanding/models.ts';
import { openPages, packageFolder } from '../kit/pages/openPages.ts';

/**
 * After `npm ci`. What was built and fits stays as it is, since npm runs this for `npx thawline` as well, beside a service.
 * Without the packages for development there is nothing to build pages with: what was built before is served. The models
 * need no package but those of production.
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
