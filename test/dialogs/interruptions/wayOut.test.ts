import assert from 'node:assert/strict';
import { wayOut } from '../../../dialogs/interruptions/wayOut.ts';
import { listening } from './listening.ts';

const askAgain = { next: 'askAgain' };

describe('the listener for a way out', () => {
  it('lets everybody come back another day, from wherever they are', async () => {
    const { hears, comesOf, open } = listening();
    const leaves = { outcome: { next: 'over' }, says: ['wayOut.later'] };
    for (const one of [
      open.cardNumber,
      open.item('identityDocument'),
      open.link,
      open.reporting,
      open.leaving,
    ])
      assert.deepEqual(await hears(wayOut, 'another day', { open: one }), leaves, one.id);
    assert.deepEqual((await hears(wayOut, '改天再说')).says, ['goodbye']);
    assert.deepEqual(await comesOf('another day', { open: open.unfreezing }), { next: 'question' });
  });

  it('asks first where something that was given would be lost', async () => {
    const { hears, open } = listening();
    const asked = { next: 'askFirst', question: 'leave', about: { how: 'cancelled' } };
    const { outcome } = await hears(wayOut, 'not now', { open: open.item('transactionPassword') });
    assert.deepEqual(outcome, asked);
  });

  it('says what to do without the card or the document, and asks the question again', async () => {
    const { hears, open } = listening();
    const heard = async (text: string, one: typeof open.cardNumber) => hears(wayOut, text, { open: one });
    const item = open.item('identityDocument');
    assert.deepEqual(await heard("I don't have the card with me", open.cardNumber), {
      outcome: askAgain,
      says: ['wayOut.notHere.card'],
    });
    assert.deepEqual(await heard('it is at home', item), {
      outcome: askAgain,
      says: ['wayOut.notHere.item'],
    });
    assert.deepEqual(await heard('有没有别的办法', item), {
      outcome: askAgain,
      says: ['wayOut.otherWay.item'],
    });
    assert.deepEqual(await heard('is there another way?', open.unfreezing), {
      outcome: askAgain,
      says: ['wayOut.otherWay'],
    });
  });

  it('leaves to the others whatever tells of a loss', async () => {
    const { hears } = listening();
    for (const text of ['my card is not with me, it was stolen', '没带卡，可能丢了'])
      assert.equal((await hears(wayOut, text)).outcome, undefined, text);
  });
});
