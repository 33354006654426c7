import assert from 'node:assert/strict';
import { whenFirstAsked } from '../../../kit/pages/whenFirstAsked.ts';

describe('what is made when it is first asked for', () => {
  it('is made once, and not before', async () => {
    let made = 0;
    const ask = whenFirstAsked(async () => ++made);
    assert.equal(made, 0);
    assert.deepEqual(await Promise.all([ask(), ask()]), [1, 1]);
    assert.equal(await ask(), 1);
  });

  it('is tried again where it failed', async () => {
    let tries = 0;
    const ask = whenFirstAsked(async () => {
      if (++tries === 1) throw new Error('no');
      return tries;
    });
    await assert.rejects(ask());
    assert.equal(await ask(), 2);
  });
});
