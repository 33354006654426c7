import assert from 'node:assert/strict';
import { countriesOf, mayReceive, noNumber } from '../../kit/phoneNumbers.ts';

const named = new Set(['US', 'CN', 'GB']);

describe('where a message may go', () => {
  it('is to a number of a country that is named, and to no other', () => {
    for (const number of ['+12025550100', '+8613800138000', '+447400123456'])
      assert.ok(mayReceive(number, named));
    for (const number of ['+85291234567', '+886912345678', '+18765551234', '+1649231234'])
      assert.ok(!mayReceive(number, named), number);
  });

  it('is never to a number that costs a premium, to a satellite telephone, or to a network of the whole world', () => {
    const costly = ['+19005551234', '+449012345678', '+97912345678', '+881612345678', '+870773111632'];
    for (const number of [...costly, '+8821234567890', '+883510000000000']) {
      assert.ok(!mayReceive(number, named), number);
      assert.ok(!mayReceive(number, undefined), number);
    }
  });

  it('is to a sender that is no telephone number where that is named, or every country is', () => {
    for (const sender of ['24680', 'BANK', 'US.12345678901234567', '']) {
      assert.ok(!mayReceive(sender, named), sender);
      assert.ok(mayReceive(sender, new Set([noNumber])), sender);
      assert.ok(mayReceive(sender, undefined), sender);
    }
  });

  it('is what the countries of numbers say', () => {
    assert.deepEqual(countriesOf('+12025550100'), ['US']);
    assert.deepEqual(countriesOf('+881612345678'), []);
    assert.deepEqual(countriesOf('no number'), []);
  });
});
