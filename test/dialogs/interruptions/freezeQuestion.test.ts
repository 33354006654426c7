import assert from 'node:assert/strict';
import { freezeQuestion } from '../../../dialogs/interruptions/freezeQuestion.ts';
import { listening } from './listening.ts';

const askAgain = { next: 'askAgain' };
const left = { outcome: undefined, says: [] };

describe('the listener for questions about a freeze', () => {
  it('answers with what was told with the status, and the open question stands', async () => {
    const { hears, spokeOf, open } = listening();
    await spokeOf({ reasons: ['abnormalTransaction'] });
    for (const one of [open.unfreezing, open.item('identityDocument'), open.link]) {
      const told = (id: string) => ({ outcome: askAgain, says: [id] });
      assert.deepEqual(await hears(freezeQuestion, 'why was it frozen', { open: one }), told('freeze.why'));
      assert.deepEqual(await hears(freezeQuestion, 'who froze it', { open: one }), told('freeze.who'));
      assert.deepEqual(await hears(freezeQuestion, '什么时候冻结的', { open: one }), told('freeze.when'));
      assert.deepEqual(await hears(freezeQuestion, 'which card?', { open: one }), told('freeze.whichCard'));
    }
  });

  // A stranger who merely knows a card's number must not hear of a court order.
  it('tells no reason of a freeze that cannot be lifted here', async () => {
    const { hears, spokeOf } = listening();
    await spokeOf({ remote: false, reasons: [] });
    for (const text of ['why is it frozen', 'why?', 'who froze it'])
      assert.ok(!(await hears(freezeQuestion, text)).says.includes('freeze.why'), text);
    assert.deepEqual((await hears(freezeQuestion, 'why?')).says, ['freeze.whyNotHere', 'anythingElse']);
  });

  it('says what it may be in general until the bank’s side has told the reason, and then what it was', async () => {
    const { hears, spokeOf } = listening();
    await spokeOf({});
    assert.deepEqual((await hears(freezeQuestion, 'why?')).says, ['freeze.whyInGeneral', 'anythingElse']);
    await spokeOf({ frozen: false, remote: false, reasons: ['customerRequest'] });
    assert.deepEqual((await hears(freezeQuestion, 'why was it frozen')).says, [
      'freeze.whyWas',
      'anythingElse',
    ]);
    await spokeOf({ frozen: false, remote: false });
    assert.deepEqual(await hears(freezeQuestion, 'why was it frozen'), left);
  });

  it('names who asked for it where that was the customer', async () => {
    const { hears, spokeOf } = listening();
    await spokeOf({ reasons: ['customerRequest'] });
    assert.deepEqual((await hears(freezeQuestion, 'who froze it?')).says, ['freeze.why', 'anythingElse']);
  });

  it('asks for the card first where none was spoken of', async () => {
    const { hears, open } = listening();
    const asked = await hears(freezeQuestion, 'why was it frozen', { open: open.cardNumber });
    assert.deepEqual(asked, { outcome: askAgain, says: ['freeze.cardFirst'] });
    assert.deepEqual(await hears(freezeQuestion, 'why was it frozen'), left);
  });

  it('leaves a bare why at a question to what that is asked for', async () => {
    const { hears, spokeOf, open } = listening();
    await spokeOf({});
    assert.deepEqual(await hears(freezeQuestion, 'why?', { open: open.unfreezing }), left);
  });
});
