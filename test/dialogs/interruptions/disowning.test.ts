import assert from 'node:assert/strict';
import { UnfreezeError } from '../../../kit/errors.ts';
import { authenticationRequest, card, dialogConversation } from '../dialogConversation.ts';

const phone = '+12025550101';
const cards = [card];

describe('"that was not me" in a conversation', () => {
  it('freezes the card again first, says so, and opens a case that names it', async () => {
    const { hears, customerService, desk, handoffNotes } = dialogConversation('en', { phone });
    customerService.disown.resolves({ outcome: 'frozenAgain', cards });
    await hears('NOT ME', undefined, 'disowned.frozenAgain', 'agent');
    const [{ userTerminal, ...disowned }] = customerService.disown.firstCall.args;
    assert.deepEqual([userTerminal.channel, disowned], ['sms', { phone }]);
    const [{ reason, lastFour }] = desk.open.firstCall.args;
    assert.deepEqual([reason, lastFour], ['unfreezingDisowned', '1114']);
    assert.equal(handoffNotes.note.firstCall.args[0].card, card.card);
  });

  it('says what is not done yet, and what was done before', async () => {
    const { hears, customerService } = dialogConversation('zh-Hans', { phone });
    customerService.disown.onFirstCall().resolves({ outcome: 'freezing', cards });
    customerService.disown.onSecondCall().resolves({ outcome: 'already', cards });
    await hears('不是我', undefined, 'disowned.freezing', 'agent');
    await hears('非本人', undefined, 'disowned.already', 'agent');
  });

  it('is an ordinary report where nothing was unfrozen, nobody answers, or there is no telephone', async () => {
    const { hears, customerService } = dialogConversation('en', { phone });
    customerService.disown.onFirstCall().resolves({ outcome: 'nothingUnfrozen' });
    customerService.disown.onSecondCall().rejects(new UnfreezeError('storeUnavailable', 'away'));
    await hears('not me', undefined, 'freezing.which');
    await hears('not me', undefined, 'freezeOrReport', 'handoff.noted');
    const onTheWeb = dialogConversation('en');
    await onTheWeb.hears('that was not me', undefined, 'freezeOrReport', 'handoff.noted');
    assert.equal(onTheWeb.customerService.disown.callCount, 0);
  });

  it('leaves an authentication that is under way, and what comes next belongs to none', async () => {
    const { hears, customerService, processor } = dialogConversation('en', { phone });
    customerService.queryCardStatus.resolves({
      status: 'frozen',
      instructions: { remote: true, reasons: [], demands: ['transactionPassword'] },
    });
    processor.requestUnfreezing.resolves({ outcome: 'authenticationRequested', authenticationRequest });
    customerService.disown.resolves({ outcome: 'frozenAgain', cards });
    await hears(
      'unfreeze',
      { what: 'card', card },
      'cardStatus.frozen',
      'instructions.transactionPassword',
      'unfreeze.confirm',
    );
    await hears('yes', undefined, 'identityDocument.ask');
    await hears('wasn’t me', undefined, 'disowned.frozenAgain', 'agent');
    await hears('thanks', undefined, 'thanks');
    assert.equal(processor.giveAuthenticationInformation.callCount, 0);
  });

  it('is heard in no longer sentence', async () => {
    const { says, customerService } = dialogConversation('en', { phone });
    for (const text of ['that was not me, unfreeze it', 'is it not me?', 'not my card']) await says(text);
    assert.equal(customerService.disown.callCount, 0);
  });
});
