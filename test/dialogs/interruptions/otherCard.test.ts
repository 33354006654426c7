import assert from 'node:assert/strict';
import { otherCard } from '../../../dialogs/interruptions/otherCard.ts';
import { listening } from './listening.ts';

describe('the listener for another card', () => {
  it('asks for its number, whatever is open', async () => {
    const { hears, open } = listening();
    const begun = { next: 'begin', with: { wish: { other: true } } };
    assert.deepEqual((await hears(otherCard, 'I mean another card')).outcome, begun);
    assert.deepEqual((await hears(otherCard, '不是这张', { open: open.unfreezing })).outcome, begun);
    assert.equal((await hears(otherCard, 'my card')).outcome, undefined);
  });
});
