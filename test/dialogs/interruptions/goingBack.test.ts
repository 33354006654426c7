import assert from 'node:assert/strict';
import { goingBack } from '../../../dialogs/interruptions/goingBack.ts';
import { card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

const begins = (wish: object) => ({ next: 'begin', with: { wish } });

describe('the listener for one step back', () => {
  it('goes back to the card from its first secret or its link, and to the number from the card', async () => {
    const { hears, open, spokeOf } = listening();
    await spokeOf({});
    for (const one of [open.item('identityDocument'), open.link])
      assert.deepEqual((await hears(goingBack, 'go back', { open: one })).outcome, begins({ card }));
    assert.deepEqual((await hears(goingBack, '返回', { open: open.unfreezing })).outcome, begins({}));
  });

  it('cannot take back what was sealed and sent', async () => {
    const { hears, open } = listening();
    const said = await hears(goingBack, 'go back', { open: open.item('transactionPassword') });
    assert.deepEqual(said, { outcome: { next: 'askAgain' }, says: ['goBack.sent'] });
  });

  it('starts over from the first question, and is not meant where nothing is open', async () => {
    const { hears, open } = listening();
    const said = await hears(goingBack, 'go back', { open: open.cardNumber });
    assert.deepEqual(said, { outcome: { next: 'over' }, says: ['startedOver'] });
    assert.equal((await hears(goingBack, 'go back')).outcome, undefined);
  });
});
