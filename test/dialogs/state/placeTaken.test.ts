import assert from 'node:assert/strict';
import type { Activity, TurnContext } from 'botbuilder';
import { ordinarySentences } from '../../../dialogs/messages/wording.ts';
import { takesByPlace } from '../../../dialogs/state/placeTaken.ts';
import { utteranceOf } from '../../../dialogs/state/utterance.ts';
import { withHeard } from '../../../dialogs/understanding/heard.ts';

const speaker = {
  offeredAt: async (_context: TurnContext, place: number) => ['Yes', '否'][place - 1],
  sentences: ordinarySentences,
};

async function said(text: string, found?: Parameters<typeof withHeard>[1]): Promise<string> {
  const activity = withHeard({ type: 'message', text } as Activity, found);
  await takesByPlace({ activity } as TurnContext, { speaker });
  return utteranceOf(activity).words;
}

describe('a choice that is taken by its place', () => {
  it('is what the customer says, in whatever form the place is named', async () => {
    assert.equal(await said('1'), 'Yes');
    assert.equal(await said('第二个'), '否');
  });

  it('is none beyond the list, in a sentence, or where a number was found', async () => {
    assert.equal(await said('3'), '3');
    assert.equal(await said('one moment'), 'one moment');
    assert.equal(await said('1', { what: 'cardNumberProblem', problem: 'length', count: 1 }), '1');
  });
});
