import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { materialsIn } from '../../../build/release/materials.ts';
import { release } from '../../../build/release/release.ts';
import { faultsIn, verifyingKey } from '../../../build/release/sums.ts';
import { rejectsWith } from '../../services/rejectsWith.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const titleOf = ({ name, version }: { name: string; version: string }) => `${name}@${version}`;

describe('a release', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  after(() => folder.remove());
  const inFolder = (...names: string[]) => join(folder.path, ...names);
  const checkout = inFolder('checkout');
  const git = (...words: string[]) => execFileSync('git', words, { cwd: checkout, stdio: 'pipe' });
  const [keyFile, publicFile] = [inFolder('key.pem'), inFolder('key.pub.pem')];
  let files: string[];

  before(async () => {
    const sources = ['kit', 'words', 'services', 'cli/conformance', 'docs/examples', 'tsconfig.json'];
    for (const file of ['package.json', 'package-lock.json', 'LICENSE', '.gitignore', ...sources])
      cpSync(join(root, file), join(checkout, file), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
    writeFileSync(join(checkout, '.gitignore'), 'node_modules\n');
    git('init', '-q');
    git('add', '.');
    git('-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '-qm', 'one');
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    writeFileSync(publicFile, publicKey.export({ type: 'spki', format: 'pem' }));
    files = await release(checkout, inFolder('one'), keyFile);
  });

  const bytesOf = (name: string) =>
    Object.fromEntries(readdirSync(inFolder(name)).map((file) => [file, readFileSync(inFolder(name, file))]));
  const faults = (name: string) => faultsIn(inFolder(name), verifyingKey(publicFile));
  const file = (ending: string) => files.find((one) => one.endsWith(ending)) ?? assert.fail(ending);

  it('is the same to the byte each time it is made of the same commit', async () => {
    await release(checkout, inFolder('two'), keyFile);
    assert.deepEqual(bytesOf('two'), bytesOf('one'));
    assert.deepEqual(faults('two'), []);
  });

  it('is the files of the commit, and no other', () => {
    const tree = gunzipSync(readFileSync(inFolder('one', file('.tar.gz')))).toString('latin1');
    assert.match(tree, /thawline-[\d.]+\/kit\/isToStart\.ts/);
    assert.doesNotMatch(tree, /key\.pem|node_modules\/zod\//);
  });

  it('names every package that production is made of, with its version, hash and licence, and none for development', () => {
    const { components, metadata } = JSON.parse(readFileSync(inFolder('one', file('.cdx.json')), 'utf8'));
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const made = new Set<string>(components.map(titleOf));
    assert.deepEqual([...made].sort(), [...new Set(materialsIn(root).map(titleOf))].sort());
    for (const [name, version] of Object.entries(dependencies))
      assert.ok(made.has(`${name}@${version}`), name);
    assert.ok(![...made].some((title) => /^(mocha|typescript|playwright-core)@/.test(title)));
    for (const one of components) assert.ok(one.hashes?.length > 0 && one.purl, titleOf(one));
    assert.equal(metadata.component.name, 'thawline');
    const notice = readFileSync(inFolder('one', file('.NOTICE.md')), 'utf8');
    for (const name of Object.keys(dependencies)) assert.ok(notice.includes(`- ${name} `), name);
    assert.match(notice, /Permission is hereby granted/);
  });

  it('is made of where the program stands, wherever it is called, as the image is made', () => {
    const program = join(root, 'build/release/main.ts');
    const printed = execFileSync(process.execPath, [program, 'materials'], { cwd: folder.path });
    assert.ok(JSON.parse(String(printed)).components.length > 100);
  });

  it('has the package for a bank’s own programs, of the same version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.ok(files.includes(`thawline-integration-${version}.tgz`), files.join());
  });

  it('is known for one that was changed, lacks a file, has one more, or is another’s', async () => {
    const spoils: [what: string, spoil: (name: string) => void, fault: RegExp][] = [
      ['changed', (name) => writeFileSync(inFolder(name, file('.cdx.json')), '{}'), /was changed/],
      ['lacks', (name) => rmSync(inFolder(name, file('.NOTICE.md'))), /is missing/],
      ['more', (name) => writeFileSync(inFolder(name, 'more'), ''), /not part of the release/],
      [
        'sums',
        (name) => writeFileSync(inFolder(name, 'SHA256SUMS'), ''),
        /not by this key, or of other hashes/,
      ],
    ];
    for (const [what, spoil, fault] of spoils) {
      cpSync(inFolder('one'), inFolder(what), { recursive: true });
      spoil(what);
      assert.match(faults(what).join(), fault, what);
    }
    const { publicKey } = generateKeyPairSync('ed25519');
    assert.equal(faultsIn(inFolder('one'), publicKey).length, 1);
  });

  it('is refused where not all is in a commit, where there is something in the way, and without a key of Ed25519', async () => {
    await rejectsWith('settingsInvalid', release(checkout, inFolder('one'), keyFile));
    await rejectsWith('settingsInvalid', release(checkout, inFolder('none'), inFolder('nowhere.pem')));
    await rejectsWith('settingsInvalid', release(checkout, inFolder('none'), publicFile));
    writeFileSync(join(checkout, 'left'), '');
    await rejectsWith('settingsInvalid', release(checkout, inFolder('none'), keyFile));
    rmSync(join(checkout, 'left'));
  });
});
