import assert from 'node:assert/strict';
import { outcomeOf } from '../../../dialogs/interruptions/index.ts';
import { reportStands } from '../../../dialogs/interruptions/reportStands.ts';
import { card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

const left = { outcome: undefined, says: [] };
const ways = ['how do I unfreeze my card', 'what do I need', 'send me a link', '怎么解冻'];

describe('the listener for ways to unfreeze a card while a report stands', () => {
  it('says that the report stands, and begins nothing', async () => {
    const { hears, reported } = listening();
    await reported();
    const taken = { outcome: { next: 'over' }, says: ['report.stands'] };
    for (const text of ways) assert.deepEqual(await hears(reportStands, text), taken, text);
  });

  it('leaves them to the others where nothing was reported', async () => {
    const { hears } = listening();
    for (const text of ways) assert.deepEqual(await hears(reportStands, text), left, text);
  });

  it('leaves alone what asks for no way, and a card that is named', async () => {
    const { hears, reported } = listening();
    await reported();
    for (const text of ['hello', 'agent', 'check my card'])
      assert.deepEqual(await hears(reportStands, text), left, text);
    const found = { what: 'card', card } as const;
    assert.deepEqual(await hears(reportStands, 'how do I unfreeze this card', { found }), left);
  });

  it('comes after another report, which a link that is wanted hides as little as before', async () => {
    const { hears, reported } = listening();
    await reported();
    const { says } = await hears(outcomeOf, 'my other card was stolen, send me a link');
    assert.deepEqual(says, ['freezeOrReport', 'handoff.noted']);
  });
});
