import assert from 'node:assert/strict';
import { behalf } from '../../../dialogs/interruptions/behalf.ts';
import { report } from '../../../dialogs/interruptions/report.ts';
import { card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

const over = { next: 'over' };

describe('the listener for who speaks of another person’s card', () => {
  it('has a word of sorrow and a person for the bereaved, whatever was open', async () => {
    const { hears, open, desk } = listening({ answers: true });
    for (const text of [
      'my father passed away and his card is frozen',
      '我爸去世了，他的卡被冻结了',
      '我老公過咗身，張卡凍結咗',
    ]) {
      const { outcome, says } = await listening({ answers: true }).hears(behalf, text, {
        open: open.unfreezing,
      });
      assert.deepEqual([outcome, says], [over, ['topic.holderDead', 'agent']], text);
    }
    await hears(behalf, 'my father passed away and his card is frozen');
    assert.equal(desk.open.callCount, 1);
    await hears(behalf, 'can I use his password');
    assert.equal(desk.open.callCount, 1, 'a case is opened once');
  });

  it('never lets a relative go on in place of the holder, until the card is their own', async () => {
    const { hears, properties, earlier } = listening({ answers: true });
    for (const text of [
      "it's my husband's card, can I unfreeze it for him?",
      '这是我老公的卡',
      '呢張係我阿媽嘅卡',
    ])
      assert.deepEqual(await hears(behalf, text), { outcome: over, says: ['topic.relative'] }, text);
    const found = { what: 'card', card } as const;
    assert.equal((await hears(behalf, '••••1114', { found })).outcome, undefined);
    assert.deepEqual((await hears(behalf, 'It is my own card')).outcome, {
      next: 'begin',
      with: { wish: {} },
    });
    await earlier(async (context) => assert.equal(await properties.behalf.get(context, null), null));
  });

  it('is for nobody who speaks of a card of their own', async () => {
    const { hears, open } = listening({ answers: true });
    for (const text of ['unfreeze my card', 'it is my card', 'my card is frozen', '帮我解冻', '我張卡凍結咗'])
      assert.equal((await hears(behalf, text, { open: open.unfreezing })).outcome, undefined, text);
  });
});

describe('who is being cheated', () => {
  it('hears calm before anything else, and has reported it', async () => {
    const { hears, open } = listening({ answers: true });
    const taken = { outcome: over, says: ['topic.fraudVictim', 'freezeOrReport', 'handoff.noted'] };
    assert.deepEqual(await hears(report, 'I already gave him my password'), taken);
    assert.deepEqual(await hears(report, '有人打电话让我解冻，他说他是银行的'), taken);
    const asked = await hears(report, 'he says he is from the bank', { open: open.cardNumber });
    assert.ok(['askFirst', 'over'].includes(asked.outcome?.next ?? ''), asked.outcome?.next);
  });
});
