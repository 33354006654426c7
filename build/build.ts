import { packageModels } from '../dialogs/understanding/models.ts';
import { isToStart } from '../kit/isToStart.ts';
import { packageFolder } from '../kit/pages/openPages.ts';
import { buildPages, thorough } from './buildPages.ts';
import { learnBeside } from './learnBeside.ts';

const help = `npm run build: makes what production needs and no checkout holds: the pages, out of the packages for development,
and the models, learnt from the sentences in dialogs/understanding.`;

/** `npm run build` makes the pages and models that production uses, where the development packages are installed. */
if (isToStart(process.argv.slice(2), help)) {
  await Promise.all([buildPages(packageFolder, thorough), learnBeside(packageModels)]);
  process.stdout.write(`built the pages into ${packageFolder}\nlearnt the models into ${packageModels}\n`);
}
