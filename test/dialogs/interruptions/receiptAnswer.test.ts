import assert from 'node:assert/strict';
import { disowning } from '../../../dialogs/interruptions/disowning.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import { instant, later, minutes } from '../../../kit/time.ts';
import { card, dialogConversation, now } from '../dialogConversation.ts';
import { listening } from './listening.ts';

const phone = '+12025550101';
const cards = [card];
const unfrozenAt = instant(later(now, -5 * minutes));

/** A conversation by SMS whose telephone has had a receipt. */
function afterReceipt(language: 'en' | 'zh-Hans' | 'zh-Hant' = 'en') {
  const conversation = dialogConversation(language, { phone });
  const { customerService } = conversation;
  customerService.answerableReceipt.resolves({ unfrozenAt, disownedAt: null });
  customerService.disown.resolves({ outcome: 'frozenAgain', cards });
  return conversation;
}
const frozen = ['disowned.frozenAgain', 'agent'] as const;
const asked = 'disowning.wasItYou';

describe('the answer to a receipt', () => {
  it('freezes the card where it denies, wants a freeze, asks who, or reports, in three languages', async () => {
    for (const [language, text] of [
      ['en', 'WHAT? I didn’t do this'],
      ['en', 'freeze it back NOW'],
      ['en', 'who unlocked my card'],
      ['en', 'call the police'],
      ['zh-Hans', '我没解冻啊'],
      ['zh-Hant', '誰搞的'],
      ['zh-Hant', '邊個解凍㗎'],
    ] as const) {
      const { hears, desk } = afterReceipt(language);
      await hears(text, undefined, ...frozen);
      assert.equal(desk.open.firstCall.args[0].reason, 'unfreezingDisowned', text);
    }
  });

  it('is no cry where nothing was unfrozen lately: the words are what they are elsewhere', async () => {
    const { hears, customerService } = dialogConversation('en', { phone });
    customerService.disown.resolves({ outcome: 'nothingUnfrozen' });
    await hears('freeze my card', undefined, 'freezing.which');
    await hears('no', undefined, 'freezeOrReport', 'handoff.noted');
    await hears('who did this', undefined, 'notUnderstood.1');
  });

  it('stands as a report where a theft is told of with it', async () => {
    const { hears, customerService, desk } = afterReceipt();
    await hears('my phone was stolen too', undefined, ...frozen);
    customerService.answerableReceipt.resolves({ unfrozenAt: null, disownedAt: null });
    customerService.disown.resolves({ outcome: 'already', cards });
    await hears('how do I unfreeze it', undefined, 'report.stands');
    assert.equal(desk.open.firstCall.args[0].reason, 'unfreezingDisowned');
  });

  it('is asked back once where it may be something else, and a no, a doubt or the choice freezes', async () => {
    for (const answer of ['no', 'Not me', 'what is going on??', '😱']) {
      const { hears } = afterReceipt();
      await hears('what is this', undefined, asked);
      await hears(answer, undefined, ...frozen);
    }
  });

  it('changes nothing where the customer says that it was them, and does not ask again of the same receipt', async () => {
    for (const answer of ['yes', 'It was me', 'thanks', 'yes that was me']) {
      const { hears, customerService } = afterReceipt();
      await hears('what is this', undefined, asked);
      await hears(answer, undefined, 'disowning.wasYou');
      assert.equal(customerService.disown.callCount, 0);
      await hears('no', undefined, 'goodbye');
      const newer = { unfrozenAt: instant(now), disownedAt: null };
      customerService.answerableReceipt.resolves(newer);
      await hears('what is this', undefined, asked);
    }
  });

  it('is thanked for where it owns up without having been asked, and freezes nothing', async () => {
    const { hears, customerService } = afterReceipt();
    await hears('yes it was me', undefined, 'disowning.wasYou');
    await hears('thanks', undefined, 'thanks');
    assert.equal(customerService.disown.callCount, 0);
  });

  it('is not asked for a second time: after something else, a second doubt freezes', async () => {
    const { hears } = afterReceipt();
    await hears('what is this', undefined, asked);
    await hears('agent', undefined, 'agent');
    await hears('no', undefined, 'goodbye');
    await hears('what is going on', undefined, ...frozen);
  });

  it('leaves a "no" to the question that is open, and asks only where more than no is said', async () => {
    const { hears, customerService } = afterReceipt();
    await hears('unfreeze', undefined, 'cardNumber.askByPhone');
    await hears('no', undefined, 'cardNumber.notUnderstood');
    await hears('NO!!! what is this', undefined, asked);
    await hears('it was me', undefined, 'disowning.wasYou', 'cardNumber.askByPhone');
    assert.equal(customerService.disown.callCount, 0);
  });

  it('leaves a "no" to what the bot has asked since the card was unfrozen, not to what it had asked before', async () => {
    const { hears, earlier, properties, customerService } = listening({ phone });
    const spoke = (at: Date) =>
      earlier((context) => properties.stamp.set(context, { version: 1, at: instant(at) }));
    customerService.answerableReceipt.resolves({ unfrozenAt, disownedAt: null });
    await spoke(later(now, -4 * minutes));
    assert.equal((await hears(disowning, 'no')).outcome, undefined);
    await spoke(later(now, -6 * minutes));
    assert.deepEqual((await hears(disowning, 'no')).says, [asked]);
  });

  it('leaves a "no" to nobody where the bot was silent for half an hour', async () => {
    const { hears, earlier, properties, customerService } = listening({ phone });
    customerService.answerableReceipt.resolves({
      unfrozenAt: instant(later(now, -60 * minutes)),
      disownedAt: null,
    });
    await earlier((context) =>
      properties.stamp.set(context, { version: 1, at: instant(later(now, -31 * minutes)) }),
    );
    assert.deepEqual((await hears(disowning, 'no')).says, [asked]);
  });

  it('asks of what nobody understands, and not of another matter', async () => {
    const { hears } = afterReceipt();
    await hears('what is my balance', undefined, 'notUnderstood.1');
    await hears('i am speechless right here', undefined, asked);
  });

  it('is heard as a no from who is sent nothing and so cannot be asked', async () => {
    const { hears, customerService } = listening({ phone });
    customerService.answerableReceipt.resolves({ unfrozenAt, disownedAt: null });
    customerService.disown.resolves({ outcome: 'frozenAgain', cards });
    assert.deepEqual((await hears(disowning, 'what is this', { optedOut: true })).says, [...frozen]);
  });

  it('is told once more where the card was frozen a moment ago, and a report of its own afterwards', async () => {
    const { hears, customerService } = afterReceipt();
    customerService.answerableReceipt.resolves({ unfrozenAt: null, disownedAt: instant(now) });
    customerService.disown.resolves({ outcome: 'already', cards, disownedAt: instant(now) });
    await hears('what is going on??', undefined, 'disowned.already', 'agent');
    await hears('who did this', undefined, 'disowned.already', 'agent');
    const disownedAt = instant(later(now, -11 * minutes));
    customerService.answerableReceipt.resolves({ unfrozenAt: null, disownedAt });
    customerService.disown.resolves({ outcome: 'already', cards, disownedAt });
    await hears('freeze my other card', undefined, 'freezeOrReport', 'handoff.noted');
  });

  it('is kept where the bank’s side is away: said so, with a case, and a theft stands as a report', async () => {
    const { hears, customerService, desk } = dialogConversation('en', { phone });
    customerService.disown.resolves({ outcome: 'kept' } as never);
    await hears('NOT ME', undefined, 'disowned.kept', 'agent');
    await hears('my phone was stolen too', undefined, 'disowned.kept', 'agent');
    assert.deepEqual(
      desk.open.args.map(([{ reason }]) => reason),
      ['unfreezingDisowned', 'unfreezingDisowned'],
    );
    await hears('how do I unfreeze it', undefined, 'report.stands');
  });

  it('is what it is elsewhere where the bank’s side cannot tell of a receipt, and a cry is a report', async () => {
    const { hears, customerService } = dialogConversation('en', { phone });
    const away = new UnfreezeError('storeUnavailable', 'away');
    customerService.answerableReceipt.rejects(away);
    customerService.disown.rejects(away);
    await hears('no', undefined, 'goodbye');
    await hears('who did this', undefined, 'freezeOrReport', 'handoff.noted');
  });

  it('is none on a channel without a telephone, which is asked nothing of the bank', async () => {
    const { hears, customerService } = dialogConversation('en');
    await hears('no', undefined, 'goodbye');
    await hears('who is this', undefined, 'notUnderstood.1');
    assert.equal(customerService.answerableReceipt.callCount, 0);
    assert.equal(customerService.disown.callCount, 0);
  });
});
