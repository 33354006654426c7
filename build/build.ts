import { packageFolder } from '../kit/pages/openPages.ts';
import { buildPages, thorough } from './buildPages.ts';

/** `npm run build`: what production serves, made where the packages for development are installed. */
await buildPages(packageFolder, thorough);
process.stdout.write(`built the pages into ${packageFolder}\n`);
