import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CompactEncrypt, importJWK } from 'jose';
import { UnfreezeError } from '../../../kit/errors.ts';
import { later, minutes } from '../../../kit/time.ts';
import { longestEnvelope } from '../../../services/contract/authenticationInformation.ts';
import { type EnvelopeHeader, seal } from '../../../services/contract/sealedEnvelope.ts';
import { envelopeHeader, openEnvelope } from '../../../services/security/envelopeOpening.ts';
import {
  ageOf,
  freshSealingKey,
  type SealingKeyPair,
  sealingKeysLiveFor,
  sealingPublicHalf,
} from '../../../services/security/sealingKeyPair.ts';
import { rejectsWith } from '../rejectsWith.ts';

describe('opening an envelope', () => {
  let now = new Date('2026-11-24T08:00:00.000Z');
  const pair = freshSealingKey(now);
  const sealingKey = sealingPublicHalf(pair);
  const keeping = (one: SealingKeyPair) => ({
    privateHalf: async (kid: string) =>
      kid === one.kid && ageOf(one, now) < sealingKeysLiveFor ? one.privateKey : undefined,
  });
  const keys = keeping(pair);

  const id = '0b6a3a9e-6f0e-4c6b-9d53-0f6d8f2f7a11';
  const item = 'transactionPassword';
  const sealed = (value = '246801') =>
    seal(value, { authenticationRequest: { id, attempt: 2, sealingKey }, item });
  const open = (envelope: string, header = envelopeHeader(envelope), kept = keys) =>
    openEnvelope(envelope, header, kept);
  const withHeader = (envelope: string, change: (header: EnvelopeHeader) => unknown) => {
    const [, ...rest] = envelope.split('.');
    const text = JSON.stringify(change(envelopeHeader(envelope)));
    return [Buffer.from(text).toString('base64url'), ...rest].join('.');
  };
  const refusesHeader = (envelope: string, what: string) =>
    assert.throws(() => envelopeHeader(envelope), { code: 'envelopeUnreadable' }, what);

  it('reads in its header what it was sealed for', async () => {
    const { arq, itm, att, kid, jti } = envelopeHeader(await sealed());
    assert.deepEqual({ arq, itm, att, kid }, { arq: id, itm: item, att: 2, kid: sealingKey.kid });
    assert.notEqual(envelopeHeader(await sealed()).jti, jti);
  });

  it('gives back what was sealed, whatever it was', async () => {
    const fitting = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .filter((text) => text.isWellFormed() && Buffer.byteLength(text) < 64);
    await fc.assert(
      fc.asyncProperty(fitting, async (value) => assert.equal(await open(await sealed(value)), value)),
      { numRuns: 30 },
    );
  });

  it('refuses a header that is not one of ours', async () => {
    const envelope = await sealed();
    const changes: Record<string, (header: EnvelopeHeader) => unknown> = {
      'another algorithm': (header) => ({ ...header, alg: 'dir' }),
      'a wrapped key': (header) => ({ ...header, alg: 'ECDH-ES+A256KW' }),
      'another encryption': (header) => ({ ...header, enc: 'A128CBC-HS256' }),
      compression: (header) => ({ ...header, zip: 'DEF' }),
      'a critical extension': (header) => ({ ...header, crit: ['b64'] }),
      'another curve': (header) => ({ ...header, epk: { ...header.epk, crv: 'P-521' } }),
      'a private key': (header) => ({ ...header, epk: { ...header.epk, d: 'A'.repeat(43) } }),
      'a key from elsewhere': (header) => ({ ...header, jku: 'https://evil.example/' }),
      'a key id with a path': (header) => ({ ...header, kid: '../keys.json' }),
      'no ephemeral key': ({ epk, ...header }) => header,
      'no id': ({ jti, ...header }) => header,
      'another item': (header) => ({ ...header, itm: 'cardNumber' }),
      'a broken attempt': (header) => ({ ...header, att: 1.5 }),
      'a list': () => [],
      nothing: () => null,
    };
    assert.deepEqual(envelopeHeader(withHeader(envelope, (header) => header)), envelopeHeader(envelope));
    for (const [what, change] of Object.entries(changes)) refusesHeader(withHeader(envelope, change), what);
    for (const wrong of ['', '.', 'bm8.a.b.c.d', '\u0000']) refusesHeader(wrong, wrong);
  });

  it('reads no header of an envelope that is too long', async () => {
    const envelope = await sealed();
    assert.ok(envelopeHeader(envelope.padEnd(longestEnvelope, 'A')));
    refusesHeader(envelope.padEnd(longestEnvelope + 1, 'A'), 'too long');
  });

  it('opens under no other algorithm than the two, whatever header was checked', async () => {
    const checked = envelopeHeader(await sealed());
    const key = await importJWK(sealingKey, 'ECDH-ES');
    const padded = () =>
      new CompactEncrypt(Uint8Array.from({ length: 64 }, (_, at) => (at === 0 ? 0x80 : 0)));
    const made = (alg: string, enc: string) =>
      padded().setProtectedHeader({ alg, enc, kid: checked.kid }).encrypt(key);
    assert.equal(await open(await made('ECDH-ES', 'A256GCM'), checked), '');
    await rejectsWith('envelopeUnreadable', open(await made('ECDH-ES', 'A128GCM'), checked));
    await rejectsWith('envelopeUnreadable', open(await made('ECDH-ES+A256KW', 'A256GCM'), checked));
  });

  it('does not open with an ephemeral key that is no point of the curve', async () => {
    const off = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(42).concat('E') } as const;
    await rejectsWith(
      'envelopeUnreadable',
      open(withHeader(await sealed(), (header) => ({ ...header, epk: off }))),
    );
  });

  it('does not open with a header that was changed after sealing, and tells nothing of what was inside', async () => {
    const envelope = withHeader(await sealed(), (header) => ({ ...header, att: 3 }));
    assert.equal(envelopeHeader(envelope).att, 3);
    await assert.rejects(open(envelope), (error) => {
      assert.ok(error instanceof UnfreezeError);
      assert.equal(error.code, 'envelopeUnreadable');
      assert.equal(error.cause, undefined);
      assert.equal(error.message, 'an envelope cannot be read: it does not open');
      return true;
    });
  });

  it('names its cipher suite, opens without a name as one of before did, and with another not at all', async () => {
    assert.equal(envelopeHeader(await sealed()).ste, 'intl1');
    const { suite: _none, ...before } = sealingKey;
    const envelope = await seal('246801', {
      authenticationRequest: { id, attempt: 2, sealingKey: before },
      item,
    });
    assert.equal(envelopeHeader(envelope).ste, undefined);
    assert.equal(await open(envelope), '246801');
    const national = withHeader(await sealed(), (header) => ({
      ...header,
      ste: 'national1',
      alg: 'SM2',
      enc: 'SM4',
    }));
    assert.throws(() => envelopeHeader(national), {
      code: 'envelopeUnreadable',
      message: /cipher suite national1, which this version does not know/,
    });
    const authenticationRequest = { id, attempt: 2, sealingKey: { ...sealingKey, suite: 'national1' } };
    await rejectsWith('cipherSuiteUnknown', seal('246801', { authenticationRequest, item }));
    for (const ste of ['', 'Intl1', '__proto__', 7, null, 'x'.repeat(100)])
      refusesHeader(
        withHeader(await sealed(), (header) => ({ ...header, ste }) as EnvelopeHeader),
        String(ste),
      );
  });

  it('opens as long as the sealing key’s private half is there, and with no other key', async () => {
    const envelope = await sealed();
    await rejectsWith(
      'envelopeExpired',
      open(envelope, envelopeHeader(envelope), keeping(freshSealingKey(now))),
    );
    now = later(now, 74 * minutes);
    assert.equal(await open(envelope), '246801');
    now = later(now, 1 * minutes);
    await rejectsWith('envelopeExpired', open(envelope));
  });
});
