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

  it('hears a no to the unfreezing where an item is asked for, and none in a bare no or at another question', async () => {
    const { hears, open } = listening();
    const refusals = [
      "don't unfreeze it",
      '不要解冻了',
      '唔好解凍住',
      'under no circumstances unlock this card',
    ];
    for (const refusal of refusals) {
      const { says } = await hears(leaving, refusal, { open: open.item('identityDocument') });
      assert.deepEqual(says, ['cancelled'], refusal);
      const { outcome } = await hears(leaving, refusal, { open: open.item('transactionPassword') });
      assert.equal(outcome?.next, 'askFirst', refusal);
      assert.equal((await hears(leaving, refusal, { open: open.unfreezing })).outcome, undefined, refusal);
    }
    for (const no of ['no', '不', 'unfreeze it'])
      assert.equal(
        (await hears(leaving, no, { open: open.item('identityDocument') })).outcome,
        undefined,
        no,
      );
  });

  it('has nothing to leave where nothing is open', async () => {
    assert.equal((await listening().hears(leaving, 'cancel')).outcome, undefined);
  });
});
