import assert from 'node:assert/strict';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { acceptedEncoding, compressed } from '../../../kit/pages/asset.ts';

describe('an asset', () => {
  const text = Array.from({ length: 4000 }, (_, line) => `line ${(line * 7919) % 1000}`).join('\n');

  it('is kept in each encoding that can be asked for, and thorough ones are smaller', () => {
    const quick = compressed(Buffer.from(text), 5);
    assert.equal(brotliDecompressSync(quick.br).toString(), text);
    assert.equal(gunzipSync(quick.gzip).toString(), text);
    assert.equal(quick.identity.toString(), text);
    assert.ok(compressed(Buffer.from(text), 11).br.length < quick.br.length);
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
