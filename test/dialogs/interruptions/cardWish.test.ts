import assert from 'node:assert/strict';
import { cardWish } from '../../../dialogs/interruptions/cardWish.ts';
import { card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

const begins = (wish: object) => ({ outcome: { next: 'begin', with: { wish } }, says: [] });

describe('the listener for what the bot is for', () => {
  it('asks for a number where no frozen card was spoken of', async () => {
    const { hears, spokeOf } = listening();
    assert.deepEqual(await hears(cardWish, 'is my card frozen?'), begins({}));
    assert.deepEqual(await hears(cardWish, 'unfreeze my card'), begins({}));
    assert.deepEqual((await hears(cardWish, 'how do I unfreeze my card')).says, ['howToUnfreeze']);
    await spokeOf({ frozen: false });
    assert.deepEqual(await hears(cardWish, 'unfreeze my card'), begins({}));
  });

  it('goes on with the frozen card that was just spoken of, and only tells how to who asks how', async () => {
    const { hears, spokeOf } = listening();
    await spokeOf({});
    assert.deepEqual(await hears(cardWish, 'unfreeze it'), begins({ card }));
    assert.deepEqual(await hears(cardWish, 'how do I unfreeze my card'), begins({ card, onlyHow: true }));
    assert.deepEqual(await hears(cardWish, 'is my card frozen?'), begins({}));
  });

  it('is not meant in the middle of something', async () => {
    const { hears, open } = listening();
    assert.equal((await hears(cardWish, 'unfreeze my card', { open: open.cardNumber })).outcome, undefined);
  });
});
