import assert from 'node:assert/strict';
import { cardFound } from '../../../dialogs/interruptions/cardFound.ts';
import { card } from '../dialogConversation.ts';
import { listening, otherCard } from './listening.ts';

const left = { outcome: undefined, says: [] };

describe('the listener for a card that was found', () => {
  it('leaves the words to the others where nothing was reported', async () => {
    const { hears, desk } = listening();
    assert.deepEqual(await hears(cardFound, 'I found my card'), left);
    assert.equal(desk.open.callCount, 0);
  });

  it('goes on with the one card of the report', async () => {
    const { hears, reported } = listening();
    await reported(card);
    const goesOn = { next: 'begin', with: { wish: { card } } };
    const taken = { outcome: goesOn, says: ['report.cardFoundAndNamed'] };
    assert.deepEqual(await hears(cardFound, '卡片找到了'), taken);
    assert.deepEqual(await hears(cardFound, '卡片找到了'), left, 'the report has ended');
  });

  it('asks what the customer wants where any of several is meant, or none was named', async () => {
    for (const cards of [[], [card, otherCard]]) {
      const { hears, reported } = listening();
      await reported(...cards);
      const over = { outcome: { next: 'over' }, says: ['report.cardFound'] };
      assert.deepEqual(await hears(cardFound, 'I have found my card'), over);
    }
  });

  it('goes on with the wish that comes with the news', async () => {
    const { hears, reported } = listening();
    await reported();
    const begins = { outcome: { next: 'begin', with: { wish: {} } }, says: ['report.cardFound'] };
    assert.deepEqual(await hears(cardFound, 'I found it, please unfreeze it'), begins);
  });

  it('leaves what denies it, or tells of a loss as well, to the listener for reports', async () => {
    const { hears, comesOf, reported, properties, earlier } = listening();
    await reported(card);
    for (const text of ['I have not found my card', 'I found my card but my phone was stolen']) {
      assert.deepEqual(await hears(cardFound, text), left, text);
      assert.deepEqual(await comesOf(text), { next: 'over' }, text);
    }
    await earlier(async (context) => assert.ok(await properties.lossReport.get(context, null)));
  });
});
