import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compressed, type Encoding } from '../kit/pages/asset.ts';
import { hashOf } from '../kit/pages/builtPages.ts';
import { type Manifest, pagesManifestFile, storedAs } from '../kit/pages/manifest.ts';
import { leftOut, pages } from './pages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Brotli's quality for an installation's pages: they are served for a year, so seconds of compressing are worth it. */
export const thorough = 11;
export const quick = 5;

/** A file to be served, and the sources that it was made from, as paths from the root of the project. */
type Made = { content: Uint8Array; from: readonly string[] };

/**
 * Builds every page into a folder. File names contain the hash of the content and the manifest is written last, so that
 * a reader sees either the old pages or the new ones, even if several processes build at once.
 * @param folder is made if it does not exist
 */
export async function buildPages(folder: string, quality: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const manifest: Manifest = { sources: {}, pages: {} };
  for (const [name, page] of Object.entries(pages)) {
    const files: Manifest['pages'][string]['files'] = {};
    for (const [file, { content, from }] of Object.entries(await filesOf(page))) {
      files[file] = stored(folder, file, content, quality);
      for (const source of from) manifest.sources[source] = hashOf(readFileSync(join(root, source)));
    }
    manifest.pages[name] = { folder: page.folder, files };
  }
  writeWhole(join(folder, pagesManifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  removeOthers(folder, manifest);
}

/**
 * Removes files of earlier builds that the manifest no longer names. A file that another process is writing now ends in
 * that process's id and stays.
 */
function removeOthers(folder: string, { pages: built }: Manifest): void {
  const stays = new Set([pagesManifestFile]);
  for (const { files } of Object.values(built))
    for (const { stored: name } of Object.values(files))
      for (const encoding of encodings) stays.add(storedAs(name, encoding));
  const left = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name)
    .filter((file) => !stays.has(file) && !/\.\d+$/.test(file));
  for (const file of left) rmSync(join(folder, file), { force: true });
}

const encodings: readonly Encoding[] = ['identity', 'br', 'gzip'];

async function filesOf({ bundled, copied }: (typeof pages)[string]): Promise<Record<string, Made>> {
  const made: Record<string, Made> = {};
  for (const [name, from] of Object.entries(copied))
    made[name] = { content: readFileSync(join(root, from)), from: [from] };
  for (const [name, entry] of Object.entries(bundled)) made[name] = await bundle(entry);
  return made;
}

const nothing = Object.fromEntries(leftOut.map((name) => [name, './build/nothing.ts']));

async function bundle(entry: string): Promise<Made> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    alias: nothing,
    target: ['es2020', 'chrome90', 'firefox91', 'safari15'],
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`${entry} was bundled into nothing`);
  return { content: output.contents, from: Object.keys(metafile.inputs) };
}

function stored(folder: string, file: string, content: Uint8Array, quality: number) {
  const name = `${hashOf(content).slice(0, 16)}-${file}`;
  const encoded = compressed(content, quality);
  const write = (encoding: Encoding) => {
    writeWhole(join(folder, storedAs(name, encoding)), encoded[encoding]);
    return hashOf(encoded[encoding]);
  };
  const hashes = { identity: write('identity'), br: write('br'), gzip: write('gzip') };
  return { contentType: contentTypes[extname(file)] ?? 'application/octet-stream', stored: name, hashes };
}

/** Writes a file so that a reader never sees a half of it. */
function writeWhole(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}
