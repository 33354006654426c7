import assert from 'node:assert/strict';
import { type CryptoKey, compactDecrypt, decodeProtectedHeader } from 'jose';
import { AuthenticationInformation } from '../../../services/contract/authenticationInformation.ts';
import { EnvelopeHeader, type SealingOrder, seal, unpad } from '../../../services/contract/sealedEnvelope.ts';
import { sealingPair } from './sealingPair.ts';

const document = '11010519491231002X';
const unreadable = { code: 'ERR_JWE_DECRYPTION_FAILED' };

describe('a sealed envelope', () => {
  let privateKey: CryptoKey;
  let order: SealingOrder;
  before(async () => {
    const pair = await sealingPair();
    privateKey = pair.privateKey;
    order = { authenticationRequest: pair.authenticationRequest, item: 'identityDocument' };
  });

  it('is opened by the private half of its key', async () => {
    const { plaintext } = await compactDecrypt(await seal(document, order), privateKey);
    assert.equal(unpad(plaintext), document);
  });

  it('is opened by no other key', async () => {
    const other = await sealingPair();
    await assert.rejects(compactDecrypt(await seal(document, order), other.privateKey), unreadable);
  });

  it('says in its header what it is for, and nothing else', async () => {
    const { epk, jti, ...rest } = decodeProtectedHeader(await seal(document, order));
    assert.deepEqual(rest, {
      alg: 'ECDH-ES',
      enc: 'A256GCM',
      kid: 'a-key',
      arq: order.authenticationRequest.id,
      itm: 'identityDocument',
      att: 2,
    });
    assert.ok(EnvelopeHeader.safeParse({ ...rest, epk, jti }).success);
  });

  it('says so of every request, item and attempt', async () => {
    const authenticationRequest = { ...order.authenticationRequest, id: crypto.randomUUID(), attempt: 3 };
    const envelope = await seal('246801', { authenticationRequest, item: 'transactionPassword' });
    const { arq, itm, att } = EnvelopeHeader.parse(decodeProtectedHeader(envelope));
    assert.deepEqual([arq, itm, att], [authenticationRequest.id, 'transactionPassword', 3]);
  });

  it('cannot be turned to another request, item, attempt, key or id', async () => {
    const [header = '', ...rest] = (await seal(document, order)).split('.');
    const said = JSON.parse(Buffer.from(header, 'base64url').toString());
    const turned = (change: object) =>
      [Buffer.from(JSON.stringify({ ...said, ...change })).toString('base64url'), ...rest].join('.');
    await compactDecrypt(turned({}), privateKey);
    const other = crypto.randomUUID();
    for (const change of [
      { arq: other },
      { itm: 'transactionPassword' },
      { att: 3 },
      { kid: 'b' },
      { jti: other },
    ]) {
      await assert.rejects(compactDecrypt(turned(change), privateKey), unreadable, JSON.stringify(change));
    }
  });

  it('is another each time, under another one-time key and id', async () => {
    const envelopes = await Promise.all(Array.from({ length: 20 }, () => seal('246801', order)));
    const headers = envelopes.map((envelope) => EnvelopeHeader.parse(decodeProtectedHeader(envelope)));
    for (const part of [2, 3, 4]) {
      assert.equal(new Set(envelopes.map((text) => text.split('.')[part])).size, 20);
    }
    assert.equal(new Set(headers.map(({ jti }) => jti)).size, 20);
    assert.equal(new Set(headers.map(({ epk }) => epk.x)).size, 20);
  });

  it('shows nothing of what is inside', async () => {
    const envelope = await seal(document, order);
    for (const part of [envelope, ...envelope.split('.').map((text) => Buffer.from(text, 'base64url'))]) {
      assert.equal(part.includes(document), false);
      assert.equal(part.includes(Buffer.from(document).toString('base64url')), false);
    }
  });

  it('does not show how long it is', async () => {
    const envelopes = await Promise.all(
      ['', '246801', document, 'x'.repeat(63)].map((value) => seal(value, order)),
    );
    assert.equal(new Set(envelopes.map(({ length }) => length)).size, 1);
  });

  it('is short enough to be looked at, even under the longest key id', async () => {
    const { authenticationRequest } = await sealingPair('k'.repeat(64));
    const envelope = await seal(document, { ...order, authenticationRequest });
    assert.ok(AuthenticationInformation.shape.envelope.safeParse(envelope).success, `${envelope.length}`);
  });
});
