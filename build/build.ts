import { isToStart } from '../kit/isToStart.ts';
import { packageFolder } from '../kit/pages/openPages.ts';
import { buildPages, thorough } from './buildPages.ts';

const help = 'npm run build: makes the pages that production serves, out of the packages for development.';

/** `npm run build`: what production serves, made where the packages for development are installed. */
if (isToStart(process.argv.slice(2), help)) {
  await buildPages(packageFolder, thorough);
  process.stdout.write(`built the pages into ${packageFolder}\n`);
}
