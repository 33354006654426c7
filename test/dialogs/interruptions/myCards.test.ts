import assert from 'node:assert/strict';
import { myCards } from '../../../dialogs/interruptions/myCards.ts';
import { authenticationRequest, card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

describe('the listener for which cards are frozen', () => {
  it('names them to who has shown all of it, and to nobody else', async () => {
    const { hears, earlier, properties, processor, open } = listening();
    const ask = 'which of my cards are frozen?';
    assert.deepEqual((await hears(myCards, ask)).says, ['others.afterProof', 'anythingElse']);
    assert.deepEqual(await hears(myCards, ask, { open: open.cardNumber }), {
      outcome: { next: 'askAgain' },
      says: ['others.afterProof'],
    });
    assert.equal(processor.unfreezeRequestState.callCount, 0);
    const { id } = authenticationRequest;
    await earlier((context) => properties.proven.set(context, id));
    processor.unfreezeRequestState.resolves({ id, state: 'unfrozen', others: [card] });
    const { outcome } = await hears(myCards, '我还有哪些卡被冻结了？');
    assert.deepEqual(outcome, { next: 'begin', with: { wish: { cards: [card], others: true } } });
    processor.unfreezeRequestState.resolves({ id, state: 'unfrozen', others: [] });
    assert.deepEqual((await hears(myCards, ask)).says, ['others.none', 'anythingElse']);
    // After half an hour nothing is told any more, which is not the same as none.
    processor.unfreezeRequestState.resolves({ id, state: 'unfrozen' });
    assert.deepEqual((await hears(myCards, ask)).says, ['others.afterProof', 'anythingElse']);
  });
});
