import assert from 'node:assert/strict';
import { explanation } from '../../../dialogs/interruptions/explanation.ts';
import { listening } from './listening.ts';

describe('the listener that explains the open question', () => {
  it('says what it is about and why it is asked, and brings it back for a greeting or a key', async () => {
    const { hears, open } = listening();
    const asked = { open: open.item('identityDocument') };
    const said = (...says: string[]) => ({ outcome: { next: 'askAgain' }, says });
    assert.deepEqual(await hears(explanation, 'help', asked), said('identityDocument.help'));
    assert.deepEqual(await hears(explanation, 'why do you ask?', asked), said('identityDocument.why'));
    assert.deepEqual(await hears(explanation, 'hello', asked), said());
    const key = { ...asked, found: { what: 'wish', wish: 'ask' } } as const;
    assert.deepEqual(await hears(explanation, '', key), said());
  });

  it('has none to explain where nothing is open', async () => {
    const { hears, open } = listening();
    assert.equal((await hears(explanation, 'help')).outcome, undefined);
    assert.equal((await hears(explanation, 'thanks', { open: open.cardNumber })).outcome, undefined);
  });
});
