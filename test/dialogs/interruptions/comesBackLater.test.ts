import assert from 'node:assert/strict';
import { comesBackLater } from '../../../dialogs/interruptions/comesBackLater.ts';
import { card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

const left = card;
const begun = { outcome: { next: 'begin', with: { wish: { card } } }, says: ['begunLater'] };

describe('the listener for who comes back later than anybody waits', () => {
  it('begins at the status of the card that was in hand', async () => {
    const { hears } = listening();
    for (const text of ['yes', 'hello', 'unfreeze it', '5'])
      assert.deepEqual(await hears(comesBackLater, text, { left }), begun);
    const found = { what: 'strayedSecret' } as const;
    assert.deepEqual(await hears(comesBackLater, '••••', { left, found }), begun);
  });

  it('leaves what they want of their own', async () => {
    const { hears, comesOf } = listening();
    for (const text of ['agent', 'cancel', 'English', 'thanks'])
      assert.equal((await hears(comesBackLater, text, { left })).outcome, undefined, text);
    for (const text of ['not me', '不是我', 'I lost my card'])
      assert.deepEqual(await comesOf(text, { left }), { next: 'over' }, text);
    assert.equal(
      (await hears(comesBackLater, '', { left, found: { what: 'card', card } })).outcome,
      undefined,
    );
  });

  it('is not meant where there was no such pause', async () => {
    assert.equal((await listening().hears(comesBackLater, 'yes')).outcome, undefined);
  });
});
