import assert from 'node:assert/strict';
import { movedAway } from '../../../dialogs/interruptions/movedAway.ts';
import { listening } from './listening.ts';

const away = { movedAway: true };

describe('the listener of a conversation whose case has moved away', () => {
  it('leaves who only goes on with it to the other conversation', async () => {
    const { hears } = listening();
    for (const text of ['yes', 'no', 'hm', 'is my card frozen?', ''])
      assert.deepEqual(await hears(movedAway, text, away), { outcome: { next: 'over' }, says: [] }, text);
    for (const what of ['silence', 'returned'] as const)
      assert.deepEqual((await hears(movedAway, '', { ...away, found: { what } })).outcome, { next: 'over' });
    const repeat = { ...away, found: { what: 'wish', wish: 'repeat' } } as const;
    assert.deepEqual((await hears(movedAway, '', repeat)).outcome, { next: 'over' });
  });

  it('leaves what a customer wants of their own to the listeners after it', async () => {
    const { hears } = listening();
    for (const text of ['agent', 'cancel', 'English', 'how do I unfreeze my card'])
      assert.equal((await hears(movedAway, text, away)).outcome, undefined, text);
    const person = { ...away, found: { what: 'wish', wish: 'person' } } as const;
    assert.equal((await hears(movedAway, '', person)).outcome, undefined);
  });

  it('is not meant where nothing has moved', async () => {
    assert.equal((await listening().hears(movedAway, 'yes')).outcome, undefined);
  });
});
