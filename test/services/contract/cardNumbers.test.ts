import assert from 'node:assert/strict';
import { CardNumbers, isOfBank } from '../../../services/contract/cardNumbers.ts';

describe('the card numbers of a bank', () => {
  it('are told by what they begin with and how long they are', () => {
    const ranges = CardNumbers.parse('62:16-19, 4:16');
    for (const number of ['6200000000000011114', '6200000000000000', '4111111111111111'])
      assert.ok(isOfBank(number, ranges), number);
    for (const number of ['5500000000000004', '41111111111111111', '62000000000000', '00000000000011114'])
      assert.ok(!isOfBank(number, ranges), number);
  });

  it('are all where the bank has not said which', () => assert.ok(isOfBank('5500000000000004', undefined)));

  it('are refused where they are written otherwise', () => {
    for (const list of ['', '62', '62:', '62:12', '62:20', '62:19-16', 'x:16', '62:16;4:16', '62:16,,4:16'])
      assert.ok(!CardNumbers.safeParse(list).success, list);
  });
});
