import assert from 'node:assert/strict';
import { compactDecrypt, decodeProtectedHeader } from 'jose';
import { sealItem } from '../../../bot/terminal/sealItem.ts';
import type { AuthenticationItem } from '../../../services/contract/items/index.ts';
import { EnvelopeHeader, unpad } from '../../../services/contract/sealedEnvelope.ts';
import { asked, delivery, document, password, privateKey, request } from './awaitedItems.ts';

describe('an item that was typed', () => {
  it('is sealed in its normal form, so that only the processor opens it', async () => {
    for (const [item, text, normal] of [
      ['identityDocument', '１１０１０５ 19491231 002x', document],
      ['transactionPassword', '二四六 八零幺', password],
    ] as const) {
      const found = await sealItem(text, asked(item), delivery());
      assert.ok(found.what === 'sealedItem');
      const { envelope, ...sealed } = found.sealed;
      assert.deepEqual(sealed, { authenticationRequest: request.id, item, attempt: 1 });
      const { plaintext } = await compactDecrypt(envelope, privateKey);
      assert.equal(unpad(plaintext), normal);
      assert.ok(!JSON.stringify(found).includes(normal));
    }
  });

  it('of a wrong format is named by what is wrong with it, and not sealed', async () => {
    const wrong: [AuthenticationItem, string, string, number][] = [
      ['transactionPassword', '24680', 'length', 5],
      ['transactionPassword', '2468011', 'length', 7],
      ['transactionPassword', '24680a', 'notDigits', 6],
      ['identityDocument', '110105194912310021', 'checkCharacter', 18],
      ['identityDocument', '1101051949123100', 'length', 16],
      ['identityDocument', '110105194902310021', 'birthDate', 18],
    ];
    for (const [item, text, problem, count] of wrong) {
      const found = await sealItem(text, asked(item), delivery());
      assert.deepEqual(found, { what: 'itemProblem', item, problem, count }, text);
    }
  });

  it('has the same id in the same delivery, and in no other delivery, item, attempt, conversation or channel', async () => {
    const envelopeId = async (item: AuthenticationItem, of: Parameters<typeof delivery>[0], attempt = 1) => {
      const text = item === 'transactionPassword' ? password : document;
      const found = await sealItem(text, asked(item, attempt), delivery(of));
      assert.ok(found.what === 'sealedItem');
      return EnvelopeHeader.parse(decodeProtectedHeader(found.sealed.envelope)).jti;
    };
    const first = await envelopeId('transactionPassword', { id: 'SM1' });
    assert.equal(await envelopeId('transactionPassword', { id: 'SM1' }), first);
    const ids = [
      first,
      await envelopeId('identityDocument', { id: 'SM1' }),
      await envelopeId('transactionPassword', { id: 'SM1' }, 2),
      await envelopeId('transactionPassword', { id: 'SM2' }),
      await envelopeId('transactionPassword', { id: 'SM1', conversation: 'c2' }),
      await envelopeId('transactionPassword', { id: 'SM1', channelId: 'twilio-voice' }),
      // Where the channel gives none, each is another one.
      await envelopeId('transactionPassword', {}),
      await envelopeId('transactionPassword', {}),
    ];
    assert.equal(new Set(ids).size, ids.length);
  });
});
