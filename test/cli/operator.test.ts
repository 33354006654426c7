import assert from 'node:assert/strict';
import { userInfo } from 'node:os';
import sinon from 'sinon';
import { byHand, thisOperator } from '../../cli/operator.ts';

const operator = { who: 'liming', uid: 1001 };

describe('who does something by hand', () => {
  it('is the login of the process, whatever the environment says', () => {
    const environment = { ...process.env };
    sinon.replace(process, 'env', { ...environment, USER: 'root2', LOGNAME: 'root2', SUDO_USER: 'root2' });
    try {
      const { who, uid } = thisOperator();
      assert.notEqual(who, 'root2');
      assert.equal(uid, process.getuid?.() ?? null);
    } finally {
      sinon.restore();
    }
  });

  it('has a login in any case, or its uid', () => {
    assert.match(thisOperator().who, /^(\S+|uid \d+)$/);
    assert.equal(typeof userInfo().uid, 'number');
  });

  it('adds a remark and a reason, or neither', () => {
    assert.deepEqual(byHand(operator), { ...operator, by: null, why: null });
    assert.deepEqual(byHand(operator, { by: 'J. Chen', reason: '客戶來電 INC0012345' }), {
      ...operator,
      by: 'J. Chen',
      why: '客戶來電 INC0012345',
    });
  });

  it('gives no reason of several lines, of nothing, too long, or with signs that change how it reads', () => {
    for (const reason of ['', ' ', 'two\nlines', 'a\u202eb', 'a\u2028b', '\u0000', 'x'.repeat(201)])
      assert.throws(() => byHand(operator, { reason }), { code: 'messageInvalid' }, JSON.stringify(reason));
  });

  it('writes no number of a card, a document or a telephone into the trail, in whatever form', () => {
    const numbers = [
      '6200000000000011114',
      '6200 0000 0000 0001 1114',
      '11010519491231002X',
      '６２００００００００００００１１１１４',
    ];
    for (const number of numbers)
      assert.throws(
        () => byHand(operator, { reason: `card ${number} of the caller` }),
        (error: Error) => {
          assert.doesNotMatch(error.message, /\d{4}/);
          return true;
        },
      );
    assert.equal(byHand(operator, { reason: 'CHG20261129' }).why, 'CHG20261129');
  });
});
