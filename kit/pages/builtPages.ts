import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset, Encoding } from './asset.ts';
import { Manifest, pagesManifestFile, storedAs } from './manifest.ts';

/** The files of a page by their names, such as `chat.js`. */
export type PageFiles = Readonly<Record<string, Asset>>;

/** The file of a page by its name. */
export function fileOf(files: PageFiles, name: string): Asset {
  const file = files[name];
  if (!file) throw new Error(`no file ${name} was built`);
  return file;
}

/** The built pages cannot be served, for a reason in the operator's words. */
export class PagesUnfit extends Error {}

/**
 * Reads the pages of a folder and checks each file against the manifest.
 * @param root the project's folder. Its sources, where they are there, must be those that the pages were built from
 * @throws PagesUnfit
 */
export function readPages(folder: string, root: string): Readonly<Record<string, PageFiles>> {
  const { sources, pages } = manifestIn(folder);
  for (const [file, hash] of Object.entries(sources)) {
    const path = join(root, file);
    if (existsSync(path) && hashOf(readFileSync(path)) !== hash)
      throw new PagesUnfit(`${file} has changed since they were built`);
  }
  return Object.fromEntries(
    Object.entries(pages).map(([page, { folder: served, files }]) => [
      page,
      Object.fromEntries(
        Object.entries(files).map(([name, file]) => [name, assetOf(folder, served, name, file)]),
      ),
    ]),
  );
}

export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

function manifestIn(folder: string): Manifest {
  const file = join(folder, pagesManifestFile);
  if (!existsSync(file)) throw new PagesUnfit(`there are none in ${folder}`);
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new PagesUnfit(`${file} is no manifest of this version`, { cause });
  }
}

type Built = Manifest['pages'][string]['files'][string];

function assetOf(
  folder: string,
  served: string,
  name: string,
  { contentType, stored, hashes }: Built,
): Asset {
  const read = (encoding: Encoding) => {
    const file = storedAs(stored, encoding);
    const path = join(folder, file);
    const content = existsSync(path) ? readFileSync(path) : undefined;
    if (!content || hashOf(content) !== hashes[encoding])
      throw new PagesUnfit(`${file} is not as it was built`);
    return content;
  };
  const encoded = { identity: read('identity'), br: read('br'), gzip: read('gzip') };
  const hash = hashes.identity.slice(0, 16);
  return {
    path: `${served}/${name.replace(/(\.\w+)$/, `.${hash}$1`)}`,
    hash,
    contentType,
    encoded,
  };
}
