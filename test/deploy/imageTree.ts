import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { pruneTree } from '../../build/pruneTree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const containerfile = readFileSync(join(root, 'deploy/Containerfile'), 'utf8');
const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });

/** What the last stage takes over of the one before. */
export const taken = [...containerfile.matchAll(/^COPY --from=tree (.+) \.\S*$/gm)].flatMap(([, from = '']) =>
  from.split(' ').map((place) => place.replace('/srv/thawline/', '')),
);

/** Lays out the tree of an image, with links to the packages that are here. */
export function layImage(tree: string): void {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  for (const [name, { dev }] of Object.entries(packages)) {
    if (dev || !existsSync(join(root, name)) || !/^node_modules\/(@[^/]+\/)?[^/]+$/.test(name)) continue;
    mkdirSync(join(tree, dirname(name)), { recursive: true });
    execFileSync('cp', ['-al', join(root, name), join(tree, name)]);
  }
  for (const place of taken)
    if (place !== 'node_modules' && place !== 'sbom.cdx.json')
      cpSync(join(root, place), join(tree, place), { recursive: true });
  pruneTree(tree);
}

/** Where a tree of the image can be: beside the packages, since a link does not reach into another file system. */
export const besidePackages = existsSync(join(root, 'node_modules')) ? root : undefined;

/** Whether this account may make namespaces; where it may not, the service runs as it and beside all others. */
export const mayIsolate = spawnSync('unshare', ['-m', '-n', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
