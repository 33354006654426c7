import assert from 'node:assert/strict';
import { topic } from '../../../dialogs/interruptions/topic.ts';
import { listening } from './listening.ts';

const asked = { outcome: { next: 'askAgain' } };

describe('the listener for a topic of the bank', () => {
  it('answers it, and lets the open question stand', async () => {
    const { hears, open } = listening({ answers: true });
    for (const one of [open.cardNumber, open.unfreezing, open.item('transactionPassword')]) {
      const heard = await listening({ answers: true }).hears(topic, 'where is the nearest branch', {
        open: one,
      });
      assert.deepEqual(heard, { ...asked, says: ['topic.branch'] });
    }
    assert.deepEqual(await hears(topic, '工资还能进来吗'), {
      outcome: { next: 'over' },
      says: ['topic.salary'],
    });
    assert.deepEqual((await hears(topic, '你係咪機械人')).says, ['topic.robot']);
  });

  it('promises no minute for a card that cannot be unfrozen here', async () => {
    const { hears, spokeOf } = listening({ answers: true });
    assert.deepEqual((await hears(topic, 'how long does it take?')).says, ['aside.howLong']);
    await spokeOf({ remote: false });
    assert.deepEqual((await hears(topic, 'how long does it take?')).says, ['topic.howLong']);
    assert.deepEqual((await hears(topic, '多久能解冻')).says, ['topic.howLong']);
  });

  it('takes no yes, no number, no tap and no report, and nothing where the bank has no answers', async () => {
    const { hears, comesOf, open } = listening({ answers: true });
    for (const text of ['yes', 'unfreeze it', 'no', 'Check a card', '1114'])
      assert.equal((await hears(topic, text, { open: open.unfreezing })).outcome, undefined, text);
    const stolen = 'my card was stolen, where is the nearest branch';
    assert.deepEqual(await comesOf(stolen, { open: open.unfreezing }), { next: 'over' });
    assert.deepEqual(await comesOf('my father died and his card was stolen'), { next: 'over' });
    assert.equal((await listening().hears(topic, 'where is the nearest branch')).outcome, undefined);
  });
});
