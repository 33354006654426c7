import assert from 'node:assert/strict';
import { outcomeOf } from '../../../dialogs/interruptions/index.ts';
import { unsure } from '../../../dialogs/interruptions/unsure.ts';
import { listening } from './listening.ts';

const over = { next: 'over' };

describe('the listener for a doubt', () => {
  it('asks freeze or unfreeze where it may be either, and opens no case', async () => {
    const { hears, desk } = listening();
    const asked = { outcome: over, says: ['which.freezeOrUnfreeze'] };
    assert.deepEqual(await hears(outcomeOf, 'infreeze my card'), asked);
    assert.deepEqual(await hears(outcomeOf, '帮我结冻'), asked);
    assert.equal(desk.open.callCount, 0);
    assert.deepEqual((await hears(outcomeOf, 'Freeze or report a card')).says, [
      'freezeOrReport',
      'handoff.noted',
    ]);
    assert.deepEqual((await hears(outcomeOf, 'Unfreeze a card')).outcome, {
      next: 'begin',
      with: { wish: {} },
    });
  });

  it('asks freeze or unfreeze where a card is spoken of, and neither is said', async () => {
    const { hears } = listening();
    for (const text of ['can you do the thing with my card', '我的卡，动一下'])
      assert.deepEqual((await hears(outcomeOf, text)).says, ['which.freezeOrUnfreeze'], text);
  });

  it('asks rather than not understands where a card is spoken of and it is hardly none of ours', async () => {
    const { hears } = listening();
    assert.deepEqual((await hears(outcomeOf, 'my account sulks')).says, ['which.ask']);
    const other = listening();
    assert.deepEqual((await other.hears(outcomeOf, 'the weather sulks')).says, ['notUnderstood.1']);
  });

  it('asks between any other two, and offers a person the third time', async () => {
    const { hears } = listening();
    const text = 'so my card, unfreezing it, yes, how';
    assert.deepEqual((await hears(unsure, text)).says, ['which.ask']);
    assert.deepEqual((await hears(unsure, text)).says, ['which.ask']);
    assert.deepEqual((await hears(unsure, text)).says, ['notUnderstood.3']);
  });

  it('asks whether it is a report in the middle of something, where nothing may be thrown away', async () => {
    const { comesOf, open } = listening();
    for (const one of [open.cardNumber, open.unfreezing, open.item('identityDocument')])
      assert.deepEqual(
        await comesOf('on freeze my card', { open: one }),
        { next: 'askFirst', question: 'report', about: {} },
        one.id,
      );
  });

  it('leaves what is plain, and whatever is said at a question, to the others', async () => {
    const { hears, open } = listening();
    assert.equal((await hears(unsure, 'unfreeze my card')).outcome, undefined);
    const asked = { open: open.unfreezing };
    assert.equal((await hears(unsure, 'my account sulks', asked)).outcome, undefined);
  });
});
