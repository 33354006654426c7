import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CardReference } from '../../../services/contract/card.ts';
import { cardReference } from '../../../services/security/cardReference.ts';
import { testKey } from '../../testKey.ts';

const key = testKey(7);
const number = '6200000000000011114';
const anyNumber = fc.stringMatching(/^\d{13,19}$/);

describe('the reference of a card number', () => {
  it('is the same for the same number each time', () => {
    assert.equal(cardReference(key, number), cardReference(testKey(7), number));
  });

  it('is the one under which databases hold the card already', () => {
    // printf 'card\0%s' NUMBER | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…, its first 16 bytes
    assert.equal(cardReference(key, number), 'card_fTFcRXE0y9pVpX5gf0tpVA');
  });

  it('is another one for another number and under another key', () => {
    assert.notEqual(cardReference(key, number), cardReference(key, '6200000000000022228'));
    assert.notEqual(cardReference(key, number), cardReference(testKey(8), number));
  });

  it('is a card reference whatever the number', () => {
    fc.assert(fc.property(anyNumber, (any) => CardReference.safeParse(cardReference(key, any)).success));
  });

  it('shows no part of the number', () => {
    // A hash has digits of its own, but hardly six in a row that stand in the number too.
    const hidden = (any: string) => {
      const reference = cardReference(key, any);
      return [...any].slice(5).every((_, at) => !reference.includes(any.slice(at, at + 6)));
    };
    fc.assert(fc.property(anyNumber, hidden));
  });
});
