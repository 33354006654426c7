import assert from 'node:assert/strict';
import { waiting } from '../../../dialogs/interruptions/waiting.ts';
import { listening } from './listening.ts';

describe('the listener for who asks for a moment', () => {
  it('keeps what is open, whatever it is', async () => {
    const { hears, open } = listening();
    const waits = { outcome: { next: 'askAgain' }, says: ['takeYourTime'] };
    for (const one of [
      undefined,
      open.cardNumber,
      open.unfreezing,
      open.leaving,
      open.item('identityDocument'),
    ])
      assert.deepEqual(await hears(waiting, 'give me a minute', one ? { open: one } : {}), waits);
  });

  it('leaves a report and whatever else is said with it to the others', async () => {
    const { hears, comesOf } = listening();
    assert.equal((await hears(waiting, 'wait, who froze it?')).outcome, undefined);
    assert.deepEqual(await comesOf('wait my wallet was stolen'), { next: 'over' });
  });
});
