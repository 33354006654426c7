import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compactDecrypt } from 'jose';
import { paddedLength, seal, unpad } from '../../../services/contract/sealedEnvelope.ts';
import { sealingPair } from './sealingPair.ts';

/** The bytes, and zeros up to the length. */
const bytes = (start: (string | number)[], length = paddedLength) => {
  const all = start.flatMap((one) => (typeof one === 'string' ? [...Buffer.from(one)] : [one]));
  return Uint8Array.from({ length }, (_, place) => all[place] ?? 0);
};

describe('the padding of what is sealed', () => {
  let pair: Awaited<ReturnType<typeof sealingPair>>;
  before(async () => {
    pair = await sealingPair();
  });
  const opened = async (value: string) => {
    const { authenticationRequest, privateKey } = pair;
    const envelope = await seal(value, { authenticationRequest, item: 'transactionPassword' });
    return new Uint8Array((await compactDecrypt(envelope, privateKey)).plaintext);
  };

  it('is a mark and zeros, after ISO/IEC 7816-4', async () => {
    assert.deepEqual(await opened('246801'), bytes(['246801', 0x80]));
    assert.deepEqual(await opened(''), bytes([0x80]));
  });

  it('comes off any text that fits in, to the byte', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: paddedLength })
      .filter((value) => Buffer.byteLength(value) < paddedLength);
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        assert.equal(unpad(await opened(value)), value);
      }),
    );
  });

  it('comes off texts that end like padding or begin with a byte order mark', async () => {
    for (const value of ['\0', '1\0\0', '\ufeff1', '\u0080', '1\u0080\0', '\0\u0080']) {
      assert.equal(unpad(await opened(value)), value);
    }
  });

  it('leaves room for 63 bytes and no more', async () => {
    assert.equal(unpad(await opened('x'.repeat(63))), 'x'.repeat(63));
    assert.equal(unpad(await opened('卡'.repeat(21))), '卡'.repeat(21));
    for (const long of ['x'.repeat(64), '卡'.repeat(22)]) await assert.rejects(opened(long), RangeError);
  });

  const wrong: [what: string, padded: Uint8Array][] = [
    ['there is no mark', bytes(['246801'])],
    ['there are zeros only', bytes([])],
    ['something stands after the mark', bytes(['246801', 0x80, 0, '1'])],
    ['it is a byte short', bytes(['246801', 0x80], paddedLength - 1)],
    ['it is a byte long', bytes(['246801', 0x80], paddedLength + 1)],
    ['it is empty', new Uint8Array()],
  ];
  for (const [what, padded] of wrong) {
    it(`is none where ${what}`, () => assert.throws(() => unpad(padded), RangeError));
  }

  it('is not taken off what is no text', () => {
    assert.throws(() => unpad(bytes([0xff, 0xfe, 0x80])));
  });
});
