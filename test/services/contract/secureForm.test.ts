import assert from 'node:assert/strict';
import { SealedItem, SecureForm } from '../../../services/contract/secureForm.ts';

const sealingKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'x'.repeat(43),
  y: 'y'.repeat(43),
  kid: 'a-key',
  use: 'enc',
  alg: 'ECDH-ES',
};
const authenticationRequest = {
  id: '6f1b2c7e-58a4-4d0e-9b43-0c9a1d1f2e3a',
  attempt: 1,
  expiresAt: '2026-11-24T08:05:00.000Z',
  sealingKey,
};
const words = Object.fromEntries(
  ['title', 'label', 'hint', 'whySafe', 'submit', 'show', 'hide', 'sent', 'over', 'failed'].map((word) => [
    word,
    `the ${word}`,
  ]),
);
const form = {
  authenticationRequest,
  item: 'identityDocument',
  language: 'zh-Hant',
  words: { ...words, problems: { length: '{{count}}' } },
};

describe('a secure form', () => {
  it('is the same after its way to the page', () => {
    assert.deepEqual(SecureForm.parse(JSON.parse(JSON.stringify(form))), form);
  });

  it('carries nothing but what sealing needs: no private key, no attempts left, no card', () => {
    const talkative = {
      ...form,
      card: 'card_',
      authenticationRequest: {
        ...authenticationRequest,
        items: ['identityDocument'],
        attemptsLeft: 2,
        sealingKey: { ...sealingKey, d: 'the private half' },
      },
    };
    assert.deepEqual(SecureForm.parse(talkative), form);
  });

  it('is none where it lacks a word, a key or a language of ours', () => {
    const fewer = { ...form.words, hint: undefined };
    for (const wrong of [
      { ...form, words: fewer },
      { ...form, language: 'fr' },
      { ...form, item: 'cardNumber' },
      ...[
        { crv: 'P-384' },
        { x: 'x'.repeat(42) },
        { y: 'y'.repeat(44) },
        { alg: 'RSA1_5' },
        { use: 'sig' },
        { kid: '' },
      ].map((change) => ({
        ...form,
        authenticationRequest: { ...authenticationRequest, sealingKey: { ...sealingKey, ...change } },
      })),
    ]) {
      assert.equal(SecureForm.safeParse(wrong).success, false, JSON.stringify(wrong));
    }
  });
});

describe('a sealed item', () => {
  const sealed = {
    authenticationRequest: authenticationRequest.id,
    item: 'identityDocument',
    attempt: 1,
    envelope: 'e30..e30.e30.e30',
  };

  it('says what it is for', () => assert.deepEqual(SealedItem.parse({ ...sealed, plain: 'x' }), sealed));

  it('is none without an item, a request or an attempt of ours', () => {
    for (const change of [
      { item: 'cardNumber' },
      { authenticationRequest: '1' },
      { attempt: 0 },
      { attempt: 1.5 },
    ]) {
      assert.equal(SealedItem.safeParse({ ...sealed, ...change }).success, false, JSON.stringify(change));
    }
  });
});
