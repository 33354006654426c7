import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Asset, acceptedEncoding } from '../../../kit/pages/asset.ts';

describe('an asset', () => {
  const text = Array.from({ length: 4000 }, (_, line) => `line ${(line * 7919) % 1000}`).join('\n');
  const asset = (thoroughAfter?: number) =>
    new Asset('a.js', Buffer.from(text), { contentType: 'text/javascript', thoroughAfter });

  it('has the hash of its content in its path', () => {
    assert.match(asset().path, /^\/assets\/a\.[\w-]{16}\.js$/);
    const other = new Asset('a.js', Buffer.from('x'), { contentType: 'text/javascript' });
    assert.notEqual(other.path, asset().path);
  });

  it('comes in the encoding that was asked for', async () => {
    assert.equal(brotliDecompressSync(await asset().as('br')).toString(), text);
    assert.equal(gunzipSync(await asset().as('gzip')).toString(), text);
    assert.equal((await asset().as('identity')).toString(), text);
  });

  it('is compressed once, and better when there was time for it', async () => {
    const quick = await asset().as('br');
    const thorough = asset(1);
    assert.equal((await thorough.as('br')).length, quick.length);
    while ((await thorough.as('br')).length === quick.length) await setImmediate();
    const best = await thorough.as('br');
    assert.ok(best.length < quick.length);
    assert.equal(await thorough.as('br'), best);
    assert.equal(brotliDecompressSync(best).toString(), text);
  });

  const headers: [string | undefined, string][] = [
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate', 'identity'],
    ['brx', 'identity'],
    [undefined, 'identity'],
  ];
  for (const [header, encoding] of headers) {
    it(`goes out as ${encoding} to who accepts ${header}`, () =>
      assert.equal(acceptedEncoding(header), encoding));
  }
});
