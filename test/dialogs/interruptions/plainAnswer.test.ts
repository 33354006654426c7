import assert from 'node:assert/strict';
import { plainAnswer } from '../../../dialogs/interruptions/plainAnswer.ts';
import { listening } from './listening.ts';

describe('the listener for all that is left', () => {
  const over = { next: 'over' };

  it('answers with one sentence', async () => {
    const { hears } = listening();
    const answers = {
      hello: 'greeting',
      help: 'help',
      cancel: 'nothingToCancel',
      thanks: 'thanks',
      no: 'goodbye',
    };
    for (const [text, id] of Object.entries(answers))
      assert.deepEqual(await hears(plainAnswer, text), { outcome: over, says: [id] });
  });

  it('says more each time that it does not understand, and begins anew once it did', async () => {
    const { hears } = listening();
    const ids = async (text: string) => (await hears(plainAnswer, text)).says[0];
    for (const times of [1, 2, 3, 3])
      assert.equal(await ids('blue sky'), `notUnderstood.${Math.min(times, 3)}`);
    await ids('hello');
    assert.equal(await ids('blue sky'), 'notUnderstood.1');
  });

  it('gives no answer three times in a row: the third time a person is offered', async () => {
    const { hears } = listening();
    const ids = async (text: string) => (await hears(plainAnswer, text)).says[0];
    for (const id of ['whichOne', 'whichOne', 'notUnderstood.3']) assert.equal(await ids('yes'), id);
    assert.equal(await ids('hello'), 'greeting');
    assert.equal(await ids('yes'), 'whichOne');
  });

  it('offers its languages to who writes in another', async () => {
    const { hears } = listening();
    assert.deepEqual((await hears(plainAnswer, 'hola, mi tarjeta esta bloqueada')).says, ['otherLanguage']);
  });

  it('leaves all of it to an open question', async () => {
    const { hears, open } = listening();
    assert.equal((await hears(plainAnswer, 'blue sky', { open: open.cardNumber })).outcome, undefined);
  });
});
