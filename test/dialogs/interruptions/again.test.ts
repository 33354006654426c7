import assert from 'node:assert/strict';
import { again } from '../../../dialogs/interruptions/again.ts';
import { listening } from './listening.ts';

describe('the listener for the same once more', () => {
  async function spoken() {
    const conversation = listening();
    await conversation.earlier(async (context) => {
      await conversation.speaker.say(context, 'agent', { caseId: 'K-1' }, { leadsToPerson: true });
      await conversation.speaker.say(context, 'cardNumber.ask');
    });
    return conversation;
  }

  it('says all of it where nothing is open, and all but the question that is asked anew', async () => {
    const { hears } = await spoken();
    const said = await hears(again, 'say that again');
    assert.deepEqual(said, { outcome: { next: 'askAgain' }, says: ['agent', 'cardNumber.ask'] });
    const { hears: asked, open } = await spoken();
    assert.deepEqual((await asked(again, '请再说一遍', { open: open.cardNumber })).says, ['agent']);
    assert.equal((await asked(again, 'hello')).outcome, undefined);
  });

  it('leads where it led before', async () => {
    const { hears, properties, earlier } = await spoken();
    await hears(again, '', { found: { what: 'wish', wish: 'repeat' } });
    await earlier(async (context) => {
      const said = await properties.said.get(context, []);
      assert.deepEqual(
        said.map(({ id, leadsToPerson }) => [id, leadsToPerson]),
        [
          ['agent', true],
          ['cardNumber.ask', undefined],
        ],
      );
    });
  });
});
