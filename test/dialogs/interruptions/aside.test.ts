import assert from 'node:assert/strict';
import { aside } from '../../../dialogs/interruptions/aside.ts';
import { card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

describe('the listener for a question beside the matter', () => {
  it('answers it and asks again what was open', async () => {
    const { hears, open } = listening();
    const said = await hears(aside, 'how long will it take?', { open: open.unfreezing });
    assert.deepEqual(said, { outcome: { next: 'askAgain' }, says: ['aside.howLong'] });
    const nothingOpen = await hears(aside, 'how long will it take?');
    assert.deepEqual(nothingOpen, { outcome: { next: 'over' }, says: ['aside.howLong'] });
  });

  it('says where the number stands that is asked for', async () => {
    const { hears, open } = listening();
    const where = async (one = open.cardNumber) =>
      (await hears(aside, 'where do I find it?', { open: one })).says;
    assert.deepEqual(await where(), ['aside.whereCardNumber']);
    assert.deepEqual(await where(open.item('identityDocument')), ['aside.whereIdentityDocument']);
    assert.deepEqual(await where(open.item('transactionPassword')), ['aside.whereTransactionPassword']);
  });

  it('tells what is needed: in the middle of it, or of the card that was spoken of', async () => {
    const { hears, open, spokeOf } = listening();
    for (const text of ['what do I need?', 'how do I unfreeze my card'])
      assert.deepEqual((await hears(aside, text, { open: open.link })).says, ['aside.whatNeeded']);
    assert.deepEqual((await hears(aside, 'what do I need?')).says, ['howToUnfreeze']);
    await spokeOf({});
    const how = { next: 'begin', with: { wish: { card, onlyHow: true } } };
    assert.deepEqual((await hears(aside, 'what do I need?')).outcome, how);
  });

  it('hears none in anything else', async () => {
    assert.equal((await listening().hears(aside, 'unfreeze my card')).outcome, undefined);
  });
});
