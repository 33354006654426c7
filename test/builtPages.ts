import { buildPages, quick } from '../build/buildPages.ts';
import { openPages, packageFolder } from '../kit/pages/openPages.ts';

/** Processes that tests start in production serve what was built: of the pages as they are now. */
export async function mochaGlobalSetup(): Promise<void> {
  try {
    openPages(undefined);
  } catch {
    await buildPages(packageFolder, quick);
  }
}
