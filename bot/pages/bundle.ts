import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The page's own script and style sheet, bundled from their sources. */
export type Bundle = { script: Uint8Array; style: Uint8Array };

/**
 * Bundles a page in memory with what it shares of services/contract. React and Web Chat are no part of it: the
 * page finds them as globals, since Web Chat brings its own build.
 * @param entry a folder of `web/` with `main.tsx` and `page.css`
 */
export async function bundle(entry: string): Promise<Bundle> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { script: `web/${entry}/main.tsx`, style: `web/${entry}/page.css` },
    outdir: 'assets',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2020', 'chrome90', 'firefox91', 'safari15'],
    charset: 'utf8',
    logLevel: 'silent',
  });
  const contents = (extension: string) =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.contents ?? new Uint8Array();
  return { script: contents('.js'), style: contents('.css') };
}
