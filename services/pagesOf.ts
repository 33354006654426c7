import { join } from 'node:path';
import { openPages, type Pages } from '../kit/pages/openPages.ts';

/**
 * The pages of a service. Outside production, pages that do not fit their sources are built at their first request;
 * production serves what was built and checked before.
 * @throws UnfreezeError `settingsInvalid`
 */
export function pagesOf({ production, dataDir }: { production: boolean; dataDir: string }): Pages {
  if (production) return openPages(undefined);
  const build = async (folder: string) => {
    const { buildPages, quick } = await import('../build/buildPages.ts');
    await buildPages(folder, quick);
  };
  return openPages({ folder: join(dataDir, 'pages'), build });
}
