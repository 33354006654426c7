import assert from 'node:assert/strict';
import { leaving } from '../../../dialogs/interruptions/leaving.ts';
import { listening } from './listening.ts';

describe('the listener for who wants to leave', () => {
  it('leaves what is open, and says which way', async () => {
    const { hears, open } = listening();
    const asked = { open: open.item('identityDocument') };
    const over = { next: 'over' };
    assert.deepEqual(await hears(leaving, 'cancel', asked), { outcome: over, says: ['cancelled'] });
    assert.deepEqual(await hears(leaving, 'start over', asked), { outcome: over, says: ['startedOver'] });
  });

  it('asks first where something that was given would be lost', async () => {
    const { hears, open } = listening();
    const asked = { open: open.item('transactionPassword') };
    const first = (how: string) => ({
      outcome: { next: 'askFirst', question: 'leave', about: { how } },
      says: [],
    });
    assert.deepEqual(await hears(leaving, 'cancel', asked), first('cancelled'));
    assert.deepEqual(await hears(leaving, 'start over', asked), first('startedOver'));
  });

  it('has nothing to leave where nothing is open', async () => {
    assert.equal((await listening().hears(leaving, 'cancel')).outcome, undefined);
  });
});
