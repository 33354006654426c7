import assert from 'node:assert/strict';
import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { CardReference } from '../../../services/contract/card.ts';
import { NumbersInReferences } from '../../../services/security/numbersInReferences.ts';
import { testKey } from '../../testKey.ts';

const secret = createSecretKey(randomBytes(32));
const numbers = new NumbersInReferences(() => [secret]);

describe('card numbers in their references', () => {
  it('come back from a reference of the usual form, zeros at the front included', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{13,19}$/), (number) => {
        const reference = numbers.close(number);
        assert.ok(CardReference.safeParse(reference).success);
        assert.equal(numbers.open(reference), number);
      }),
    );
  });

  it('come back from a reference under a key of before, and get the one of now', () => {
    const fresh = new NumbersInReferences(() => [testKey(9), secret]);
    const before = numbers.close('6200000000000011114');
    assert.equal(fresh.open(before), '6200000000000011114');
    assert.notEqual(fresh.close('6200000000000011114'), before);
  });

  it('have one reference each, and another under another key', () => {
    const other = new NumbersInReferences(() => [createSecretKey(randomBytes(32))]);
    const all = ['0000000000000', '00000000000000', '9999999999999999999', '6200000000000011114'];
    assert.equal(new Set([...all, ...all].map((number) => numbers.close(number))).size, all.length);
    for (const number of all) {
      assert.notEqual(other.close(number), numbers.close(number));
      assert.equal(other.open(numbers.close(number)), undefined);
    }
  });

  it('are in no reference that was made up or changed, not in a bit', () => {
    const reference = numbers.close('6200000000000011114');
    for (let place = 5; place < reference.length; place++) {
      const changed = reference[place] === 'A' ? 'B' : 'A';
      assert.equal(numbers.open(reference.slice(0, place) + changed + reference.slice(place + 1)), undefined);
    }
    for (let times = 0; times < 100; times++)
      assert.equal(numbers.open(`card_${randomBytes(16).toString('base64url')}`), undefined);
    for (const wrong of ['card_', 'card_AAAA', `card_${'A'.repeat(40)}`])
      assert.equal(numbers.open(wrong), undefined);
  });
});
