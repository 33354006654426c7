import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Source text by its path from the root of the project. */
export type Sources = { get(file: string): string | undefined };

/** Those of the project, each read when it is first asked for. */
export function sourcesOnDisk(): Sources {
  const read = new Map<string, string>();
  return {
    get(file) {
      const path = join(root, file);
      if (!read.has(file) && existsSync(path)) read.set(file, readFileSync(path, 'utf8'));
      return read.get(file);
    },
  };
}

/** What a file imports when it runs, so without its types: paths of ours from the root, and packages by their names. */
export function importsOf(file: string, sources: Sources): string[] {
  const code = (sources.get(file) ?? '').replaceAll(/^(?:import|export) type [^;]*;/gm, '');
  return [...code.matchAll(/(?:from|import|import\()\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
  );
}
