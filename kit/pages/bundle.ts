import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The page's own script and style sheet, bundled from their sources. */
export type Bundle = { script: Uint8Array; style: Uint8Array };

/**
 * Bundles a page in memory with what it shares of services/contract. React and Web Chat are no part of it: the
 * page finds them as globals, since Web Chat brings its own build.
 * @param folder where `page.css` and the script are, from the root of the project
 */
export async function bundle(folder: string, script = 'main.tsx'): Promise<Bundle> {
  const outputs = await built({ script: `${folder}/${script}`, style: `${folder}/page.css` });
  return { script: outputs('.js'), style: outputs('.css') };
}

/** Bundles a script that stands alone. @param entry its path from the root of the project */
export async function bundleScript(entry: string): Promise<Uint8Array> {
  const outputs = await built({ script: entry });
  return outputs('.js');
}

async function built(
  entryPoints: BuildOptions['entryPoints'] & object,
): Promise<(extension: string) => Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'assets',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2020', 'chrome90', 'firefox91', 'safari15'],
    charset: 'utf8',
    logLevel: 'silent',
  });
  return (extension) =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.contents ?? new Uint8Array();
}
