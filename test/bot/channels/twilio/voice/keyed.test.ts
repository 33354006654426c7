import assert from 'node:assert/strict';
import { keyed } from '../../../../../bot/channels/twilio/voice/keyed.ts';

describe('the keys that were pressed', () => {
  it('count as they came, where no star is among them', () => {
    assert.deepEqual(keyed('0123456789'), { digits: '0123456789', erased: false });
    assert.deepEqual(keyed(''), { digits: '', erased: false });
  });

  it('are erased by a star, as often as it is pressed', () => {
    assert.deepEqual(keyed('123*456'), { digits: '456', erased: false });
    assert.deepEqual(keyed('12*3*4'), { digits: '4', erased: false });
    assert.deepEqual(keyed('123*'), { digits: '', erased: true });
    assert.deepEqual(keyed('**'), { digits: '', erased: true });
  });

  it('have an X for a star after seventeen digits of an identity document, and there alone', () => {
    const seventeen = '11010519491231002';
    assert.deepEqual(keyed(`${seventeen}*`, true), { digits: `${seventeen}X`, erased: false });
    assert.deepEqual(keyed(`${seventeen}*`), { digits: '', erased: true });
    assert.deepEqual(keyed(`1101*${seventeen}*`, true), { digits: `${seventeen}X`, erased: false });
    assert.deepEqual(keyed(`${seventeen}**`, true), { digits: '', erased: true });
    assert.deepEqual(keyed(`${seventeen}8*`, true), { digits: '', erased: true });
    assert.deepEqual(keyed(`${seventeen}8*${seventeen}*`, true), { digits: `${seventeen}X`, erased: false });
  });
});
