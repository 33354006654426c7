import assert from 'node:assert/strict';
import { report } from '../../../dialogs/interruptions/report.ts';
import { card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

const taken = { outcome: { next: 'over' }, says: ['freezeOrReport', 'handoff.noted'] };
const left = { outcome: undefined, says: [] };

describe('the listener for a report of a loss', () => {
  it('takes it whether a question is open or not, and leaves whatever was open', async () => {
    const { hears, open, desk } = listening();
    assert.deepEqual(await hears(report, 'I lost my card'), taken);
    for (const one of [open.cardNumber, open.unfreezing, open.item('transactionPassword'), open.link])
      assert.deepEqual(await hears(report, '我的卡被偷了', { open: one }), taken, one.id);
    assert.deepEqual(desk.open.args.map(([{ reason, step }]) => [reason, step]).slice(0, 3), [
      ['freezeOrReport', 'nothingBegun'],
      ['freezeOrReport', 'cardNumber'],
      ['freezeOrReport', 'unfreezeQuestion'],
    ]);
  });

  it('goes before whatever the edge found in the same message', async () => {
    const { comesOf, open } = listening();
    const found = [
      { what: 'card', card },
      { what: 'lastFour', lastFour: '1114' },
      { what: 'cardNumberProblem', problem: 'length', count: 12 },
      { what: 'strayedSecret' },
      { what: 'caseCode', name: 'x' },
    ] as const;
    for (const one of found)
      for (const asked of [{}, { open: open.cardNumber }])
        assert.deepEqual(await comesOf('it was stolen', { found: one, ...asked }), taken.outcome, one.what);
  });

  it('goes before a link, a code and another channel that the same words ask for', async () => {
    const { hears, earlier, moving, spokeOf, open } = listening();
    await spokeOf({});
    await earlier((context) => moving.begins(context, card));
    for (const text of [
      'I lost my card, send me a link',
      'freeze my card and send me a link',
      'my card was stolen, give me a code',
      'my phone was stolen, continue by phone',
      'my wallet is gone, I have a code',
      '冻结我的卡，发链接给我',
      '卡丟了，換個管道繼續',
    ])
      for (const one of [open.unfreezing, open.item('identityDocument'), open.link])
        assert.deepEqual(await hears(report, text, { open: one }), taken, `${text} at ${one.id}`);
  });

  it('leaves alone who needs a link or has not received one, which only sounds like a loss', async () => {
    const { hears, spokeOf, open } = listening();
    await spokeOf({});
    for (const text of ["I didn't receive the link", 'I never got any sms', 'I have finished'])
      assert.deepEqual(await hears(report, text, { open: open.link }), left, text);
    assert.deepEqual(await hears(report, 'I need a link', { open: open.unfreezing }), left);
    assert.deepEqual(await hears(report, 'I need a link'), left);
    assert.deepEqual(await hears(report, 'I got a code'), left);
    const found = { what: 'caseCode', name: 'x' } as const;
    assert.deepEqual(await hears(report, 'I got a code ••••', { found }), left);
  });

  it('asks back what only reads like a report in the middle of something, and takes it where nothing is open', async () => {
    const { hears, open } = listening();
    const asked = { outcome: { next: 'askFirst', question: 'report', about: {} }, says: [] };
    for (const one of [open.cardNumber, open.unfreezing, open.item('identityDocument'), open.link])
      assert.deepEqual(await hears(report, 'somebody used it', { open: one }), asked, one.id);
    assert.deepEqual(await hears(report, 'I gave him my details', { open: open.unfreezing }), asked);
    assert.deepEqual(await hears(report, 'somebody used it'), taken);
  });

  it('takes the yes to that', async () => {
    const { hears, open } = listening();
    assert.deepEqual(await hears(report, 'yes', { open: open.reporting }), taken);
    assert.deepEqual(await hears(report, 'no', { open: open.reporting }), left);
  });

  it('takes no quick reply of the bot’s own, nor its own sentence that is sent back', async () => {
    const { hears } = listening();
    for (const text of ['I have finished', 'Yes, stop', 'No, go on'])
      assert.deepEqual(await hears(report, text), left, text);
  });
});
