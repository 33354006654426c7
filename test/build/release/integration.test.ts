import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { integrationEntries, integrationPackage } from '../../../build/release/integration.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

describe('the package for a bank’s own programs', function () {
  this.timeout(120_000);
  const { path, remove } = temporaryFolder();
  after(remove);
  const packages = join(path, 'node_modules');
  const installed = join(packages, 'thawline-integration');
  let manifest: { exports: Record<string, { types: string; default: string }>; version: string };

  before(async () => {
    mkdirSync(join(packages, '@types'), { recursive: true });
    mkdirSync(installed);
    writeFileSync(join(path, 'package.tgz'), await integrationPackage(root));
    execFileSync('tar', ['-xzf', join(path, 'package.tgz'), '--strip-components=1', '-C', installed]);
    manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    // What an installation would bring, and the types of Node, which a program in TypeScript has anyway.
    for (const name of ['zod', '@types/node', 'undici-types'])
      symlinkSync(join(root, 'node_modules', name), join(packages, name));
    writeFileSync(join(path, 'package.json'), JSON.stringify({ type: 'module' }));
    cpSync(join(here, 'consumer.txt'), join(path, 'consumer.ts'));
    const compilerOptions = {
      ...{ target: 'esnext', module: 'nodenext', strict: true, exactOptionalPropertyTypes: true },
      ...{ noEmit: true, noUncheckedIndexedAccess: true, skipLibCheck: false, types: ['node'] },
    };
    writeFileSync(join(path, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  });

  const checked = () =>
    spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: path, encoding: 'utf8' });

  it('has a module and its types under each name, and nothing that is no part of them', () => {
    assert.deepEqual(
      Object.keys(manifest.exports),
      Object.keys(integrationEntries).map((name) => `./${name}`),
    );
    const files = new Set(globSync('**/*.*', { cwd: installed }));
    for (const { types, default: code } of Object.values(manifest.exports))
      for (const file of [types, code]) assert.ok(files.has(file.slice(2)), file);
    const strange = [...files].filter(
      (file) => !/^[\w/-]+(\.d\.ts|\.js)$|^(package\.json|README\.md)$/.test(file),
    );
    assert.deepEqual(strange, []);
    assert.equal(manifest.version, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  });

  it('is understood by the compiler of a program that uses all of it, types of the package included', () => {
    const { stdout } = checked();
    assert.equal(stdout, '');
  });

  it('has the compiler refuse what its types do not allow', () => {
    const wrong =
      "import { webhookBody } from 'thawline-integration/webhooks';\nwebhookBody('card.thawed');\n";
    writeFileSync(join(path, 'wrong.ts'), wrong);
    const { stdout } = checked();
    writeFileSync(join(path, 'wrong.ts'), '');
    assert.match(stdout, /^wrong\.ts\(2,\d+\): error TS2345/);
  });

  it('runs where it is installed: the kit tries the example', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['consumer.ts'], { cwd: path, encoding: 'utf8' });
    assert.match(stdout, /3 promises: 3 kept, 0 broken, 0 not tried/, stderr);
    assert.match(stdout, /\{"refuses":true,"takes":true,"sends":true,"helpers":\["function","function"\]\}/);
  });
});
