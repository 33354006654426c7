import { buildPages, thorough } from '../build/buildPages.ts';
import { pages } from '../build/pages.ts';
import { learnModels, packageModels, unfitIn } from '../dialogs/understanding/models.ts';
import { openPages, packageFolder } from '../kit/pages/openPages.ts';

/** What was built and learnt: of the pages and sentences as they are now. */
export async function mochaGlobalSetup(): Promise<void> {
  try {
    const built = openPages(undefined);
    // One that was added since is not among them.
    await Promise.all(Object.keys(pages).map(built));
  } catch {
    await buildPages(packageFolder, thorough);
  }
  if (unfitIn(packageModels) !== undefined) learnModels(packageModels);
}
