import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UnfreezeError } from '../errors.ts';
import type { Asset } from './asset.ts';
import { type PageFiles, PagesUnfit, readPages } from './builtPages.ts';
import { whenFirstAsked } from './whenFirstAsked.ts';

/** Finds a file that another version has built, by its path. */
type OtherFiles = (path: string) => Promise<Asset | undefined>;

/**
 * Returns the files of a page by its name.
 * - `built`: the files of all pages that this version has at its start; none where they are built at their first request
 * - `others`: where the files of other versions are looked for; nowhere until the database is open
 */
export type Pages = ((page: string) => Promise<PageFiles>) & {
  readonly built?: readonly Asset[];
  others?: OtherFiles;
};

/** Builds the pages into a folder. */
export type BuildPages = (folder: string) => Promise<void>;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder where an installation has its built pages. */
export const packageFolder = join(root, 'built');

/**
 * Opens the pages that the installation has built. If they do not fit and a builder is given, they are built again when
 * the first page is requested.
 * @param again the builder; undefined in production, where a start with pages that do not fit is refused
 * @throws UnfreezeError `settingsInvalid`
 */
export function openPages(
  again: { folder: string; build: BuildPages } | undefined,
  installed: string = packageFolder,
): Pages {
  const ofPackage = fitting(installed);
  if ('pages' in ofPackage) {
    const built = Object.values(ofPackage.pages).flatMap((files) => Object.values(files));
    return Object.assign(async (page: string) => filesOf(ofPackage.pages, page), { built });
  }
  if (!again)
    throw new UnfreezeError(
      'settingsInvalid',
      `the pages are not built: ${ofPackage.unfit}. Run \`npm run build\` where the packages for development are installed`,
    );
  const { folder, build } = again;
  const built = whenFirstAsked(async () => {
    const kept = fitting(folder);
    if ('pages' in kept) return kept.pages;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await build(folder);
    return readPages(folder, root);
  });
  return async (page) => filesOf(await built(), page);
}

type Read = ReturnType<typeof readPages>;

function fitting(folder: string): { pages: Read } | { unfit: string } {
  try {
    return { pages: readPages(folder, root) };
  } catch (error) {
    if (error instanceof PagesUnfit) return { unfit: error.message };
    throw error;
  }
}

function filesOf(pages: Read, page: string): PageFiles {
  const files = pages[page];
  if (!files) throw new Error(`no page ${page} was built`);
  return files;
}
