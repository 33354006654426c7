import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { buildPages, quick } from '../../../build/buildPages.ts';
import { hashOf } from '../../../kit/pages/builtPages.ts';
import { Manifest, pagesManifestFile } from '../../../kit/pages/manifest.ts';
import { openPages } from '../../../kit/pages/openPages.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('the pages of an installation', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof temporaryFolder>;
  const at = (name: string) => join(folder.path, name);
  const manifest = () => Manifest.parse(JSON.parse(readFileSync(at(pagesManifestFile), 'utf8')));
  const write = (changed: Manifest) => writeFileSync(at(pagesManifestFile), JSON.stringify(changed));
  const refusal = (reason: RegExp) => ({ code: 'settingsInvalid', message: reason });
  const inProduction = () => openPages(undefined, folder.path);

  beforeEach(async () => {
    folder = temporaryFolder();
    await buildPages(folder.path, quick);
  });
  afterEach(() => folder.remove());

  it('are served from what was built, in every encoding, under a path that carries their content', async () => {
    const files = await inProduction()('chat');
    const names = ['chat.css', 'chat.js', 'early.js', 'icon.svg'];
    assert.deepEqual(Object.keys(files).toSorted(), names);
    for (const { path, hash, encoded } of Object.values(files)) {
      assert.match(path, /^\/assets\/[\w-]+\.[\w-]{16}\.(js|css|svg)$/);
      assert.ok(path.includes(hash));
      assert.deepEqual(brotliDecompressSync(encoded.br), encoded.identity);
    }
  });

  it('are refused in production where they were not built, with what to run', () => {
    rmSync(at(pagesManifestFile));
    assert.throws(inProduction, refusal(/^the pages are not built: there are none in .*npm run build/));
  });

  it('are refused in production where a file is lacking, cut short or another', async () => {
    for (const file of readdirSync(folder.path).filter((name) => name.includes('chat.js'))) {
      const content = readFileSync(at(file));
      for (const spoil of [
        () => rmSync(at(file)),
        () => writeFileSync(at(file), content.subarray(0, -1)),
        () => writeFileSync(at(file), Buffer.concat([content, Buffer.from(' ')])),
      ]) {
        spoil();
        assert.throws(inProduction, refusal(/chat\.js(\.br|\.gzip)? is not as it was built/));
      }
      writeFileSync(at(file), content);
    }
    assert.ok(await inProduction()('chat'));
  });

  it('are refused in production where a manifest is half written, or leads out of its folder', () => {
    const whole = manifest();
    writeFileSync(at(pagesManifestFile), JSON.stringify(whole).slice(0, -20));
    assert.throws(inProduction, refusal(/is no manifest of this version/));
    const { secureForm } = whole.pages;
    const file = secureForm?.files['secure.js'];
    assert.ok(file);
    file.stored = '../../etc/passwd';
    write(whole);
    assert.throws(inProduction, refusal(/is no manifest of this version/));
  });

  it('are refused in production where a source has changed since; one that is not there any more does not matter', () => {
    const built = manifest();
    write({ ...built, sources: { ...built.sources, 'node_modules/none/there.js': hashOf(Buffer.from('')) } });
    assert.ok(inProduction());
    write({ ...built, sources: { ...built.sources, 'web/base.css': hashOf(Buffer.from('')) } });
    assert.throws(inProduction, refusal(/web\/base\.css has changed since they were built/));
  });

  it('are built once more elsewhere, when the first is asked for, into a folder that nobody else may look into', async () => {
    rmSync(at(pagesManifestFile));
    let built = 0;
    const own = at('own');
    const build = async (into: string) => {
      built++;
      await buildPages(into, quick);
    };
    const pages = openPages({ folder: own, build }, folder.path);
    assert.equal(built, 0);
    const both = await Promise.all([pages('chat'), pages('embed')]);
    assert.equal(both.length, 2);
    await openPages({ folder: own, build }, folder.path)('chat');
    assert.equal(built, 1, 'a later start finds them');
    assert.equal(statSync(own).mode & 0o077, 0);
  });
});
