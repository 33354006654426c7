import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { parse } from '../../kit/parse.ts';
import { ran } from './ran.ts';

/** What a bank's programs import of ours, by the names that they import it under: `thawline-integration/NAME`. */
export const integrationEntries: Readonly<Record<string, string>> = {
  'card-system': 'services/cardSystem/remote/addresses',
  'bank-calls': 'services/contract/bankCalls',
  webhooks: 'services/webhooks/webhookEvent',
  desk: 'services/contract/desk',
  conformance: 'cli/conformance/index',
  example: 'docs/examples/cardSystem',
};

/** The packages that those import. */
const needed = ['zod'] as const;

const Manifest = z.object({
  version: z.string(),
  license: z.string(),
  engines: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
});

const about = `# thawline-integration

Types, schemas and the conformance kit of Thawline for a bank's own programs; docs/integration.md of Thawline says what each is
for. Node strips no types of what is installed, so this is JavaScript with its declarations.
`;

/**
 * Packs what a bank's programs import of ours as a package of npm: compiled modules and their types.
 * @returns the bytes of the package, the same for the same commit and the same npm
 */
export async function integrationPackage(root: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'thawline-integration-'));
  try {
    const { version, license, engines, dependencies } = parse(
      Manifest,
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
    );
    writeJson(join(folder, 'tsconfig.json'), compiled(root, folder));
    await ran(join(root, 'node_modules/.bin/tsc'), ['-p', join(folder, 'tsconfig.json')], folder);
    rmSync(join(folder, 'tsconfig.json'));
    writeJson(join(folder, 'package.json'), {
      ...{ name: 'thawline-integration', version, license, engines, type: 'module' },
      exports: Object.fromEntries(
        Object.entries(integrationEntries).map(([name, file]) => [
          `./${name}`,
          { types: `./${file}.d.ts`, default: `./${file}.js` },
        ]),
      ),
      dependencies: Object.fromEntries(needed.map((name) => [name, dependencies[name]])),
    });
    writeFileSync(join(folder, 'README.md'), about);
    copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
    await ran('npm', ['pack', '--ignore-scripts', '--silent'], folder);
    return readFileSync(join(folder, `thawline-integration-${version}.tgz`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How the compiler makes modules and declarations of our sources, which Node itself runs as they are. */
function compiled(root: string, folder: string): object {
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      ...{ noEmit: false, declaration: true, rewriteRelativeImportExtensions: true },
      ...{ rootDir: root, outDir: folder, types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
    },
    include: [],
    files: Object.values(integrationEntries).map((file) => join(root, `${file}.ts`)),
  };
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
