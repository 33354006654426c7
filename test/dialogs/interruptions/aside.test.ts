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

  it('tells why a card is frozen in general until the bank’s side has told the reason', async () => {
    const { hears, open, spokeOf } = listening();
    const why = async (text = 'why is it frozen?', one?: typeof open.unfreezing) =>
      hears(aside, text, one ? { open: one } : {});
    assert.equal((await why()).outcome, undefined);
    assert.deepEqual((await why('why is it frozen?', open.cardNumber)).says, ['whyFrozen.inGeneral']);
    await spokeOf({});
    assert.deepEqual(await why(), { outcome: { next: 'over' }, says: ['whyFrozen.inGeneral'] });
    const asksAgain = { outcome: { next: 'askAgain' }, says: ['whyFrozen.inGeneral'] };
    for (const text of ['why is it frozen?', '为什么冻结', 'why?', '點解'])
      assert.deepEqual(await why(text, open.unfreezing), asksAgain);
    await spokeOf({ remote: false });
    assert.deepEqual((await why()).says, ['whyFrozen.byStaff']);
    await spokeOf({ reasons: ['customerRequest'] });
    assert.deepEqual((await why()).says, ['whyFrozen.is']);
    await spokeOf({ frozen: false, remote: false, reasons: ['customerRequest'] });
    assert.deepEqual((await why()).says, ['whyFrozen.was']);
  });

  it('leaves a wish to unfreeze that wonders why to others', async () => {
    const { hears, spokeOf } = listening();
    await spokeOf({});
    assert.equal((await hears(aside, 'unfreeze it, whyever it is frozen')).outcome, undefined);
  });

  it('hears none in anything else', async () => {
    assert.equal((await listening().hears(aside, 'unfreeze my card')).outcome, undefined);
  });
});
