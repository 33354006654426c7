import assert from 'node:assert/strict';
import { answer } from '../../../dialogs/interruptions/answer.ts';
import { listening } from './listening.ts';

describe('the listener for what the open question takes', () => {
  it('leaves to it what would mean something else elsewhere', async () => {
    const { hears, comesOf, open } = listening();
    const question = { next: 'question' };
    assert.deepEqual((await hears(answer, 'unfreeze it', { open: open.unfreezing })).outcome, question);
    assert.deepEqual(await comesOf('cancel', { open: open.leaving }), question);
    assert.deepEqual(await comesOf('go back', { open: open.leaving }), question);
    assert.equal((await hears(answer, 'cancel', { open: open.unfreezing })).outcome, undefined);
    assert.equal((await hears(answer, 'unfreeze it')).outcome, undefined);
  });

  it('comes after whatever is more than an answer', async () => {
    const { comesOf, open } = listening();
    const other = { next: 'begin', with: { wish: { other: true } } };
    assert.deepEqual(await comesOf('yes, unfreeze the other card', { open: open.unfreezing }), other);
  });
});
