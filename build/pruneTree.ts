import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of production packages that no running service reads, each with the reason why it is installed. */
const unread: Readonly<Record<string, string>> = {
  '{node,node-bin-*}': 'the Node that `npm start` brings where the machine has none; an image has its own',
  '**/*.{map,d.ts,d.mts,d.cts}': 'for who looks at the source, or compiles against it',
  'better-sqlite3/{deps,src,binding.gyp}': 'what its binary was made of',
  'typeorm/browser': 'the same once more for browsers',
  '@azure/msal-browser': 'the sign-in of a person in a browser, which no bot has',
  '{botbuilder,botbuilder-*,botframework-*}/{src,_ts3.4}': 'the source of what stands beside it',
  '@microsoft/recognizers-text*/{src,dist/types}': 'the source of what stands beside it',
  'libphonenumber-js/{bundle,examples,test}': 'for pages',
};

/**
 * Removes from a tree what is not needed to run it. @param root a tree with its production packages in `node_modules`
 */
export function pruneTree(root: string): void {
  const packages = join(root, 'node_modules');
  for (const pattern of Object.keys(unread))
    for (const found of globSync(pattern, { cwd: packages }))
      rmSync(join(packages, found), { recursive: true, force: true });
}

const [, program, root] = process.argv;
if (root !== undefined && program?.endsWith('pruneTree.ts') && existsSync(root)) pruneTree(root);
