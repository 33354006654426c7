import assert from 'node:assert/strict';
import { languages } from '../../kit/language.ts';
import { authenticationRequest, card, dialogConversation } from './dialogConversation.ts';
import { repliesOf } from './prompts/yes/replies.ts';

const named = { what: 'card', card } as const;

async function atTheQuestion() {
  const conversation = dialogConversation();
  conversation.customerService.queryCardStatus.resolves({
    status: 'frozen',
    instructions: {
      remote: true,
      reasons: [],
      demands: ['identityDocument', 'transactionPassword'],
    },
  });
  await conversation.hears('unfreeze', named, 'cardStatus.frozen', 'instructions.both', 'unfreeze.confirm');
  return conversation;
}

describe('the unfreeze dialog', () => {
  it('asks the processor only after a yes', async () => {
    const { hears, processor } = await atTheQuestion();
    assert.equal(processor.requestUnfreezing.callCount, 0);
    processor.requestUnfreezing.resolves({ outcome: 'authenticationRequested', authenticationRequest });
    await hears('yes, please', undefined, 'identityDocument.ask');
    assert.equal(processor.requestUnfreezing.firstCall.args[0].card, card.card);
  });

  it('leaves the card frozen after a no', async () => {
    const { hears, processor } = await atTheQuestion();
    await hears('No, not now', undefined, 'unfreeze.declined', 'anythingElse');
    assert.equal(processor.requestUnfreezing.callCount, 0);
  });

  it('takes nothing but a yes or a no, and explains itself when it hears something else', async () => {
    const { hears, processor } = await atTheQuestion();
    await hears('maybe', undefined, 'unfreeze.confirmAgain');
    await hears('hm', undefined, 'unfreeze.confirmHelp', 'unfreeze.confirmAgain');
    await hears('perhaps', undefined, 'unfreeze.offerAgent', 'unfreeze.confirmAgain');
    await hears('what does frozen mean?', undefined, 'aside.whatFrozenMeans', 'unfreeze.confirm');
    assert.equal(processor.requestUnfreezing.callCount, 0);
  });

  it('takes words against unfreezing as a no', async () => {
    const { hears, processor } = await atTheQuestion();
    await hears("don't unfreeze it", undefined, 'unfreeze.declined', 'anythingElse');
    assert.equal(processor.requestUnfreezing.callCount, 0);
  });

  it('takes a sample of what is a yes at once, and asks again or turns to something else at what is none', async () => {
    for (const language of languages) {
      for (const kind of ['yes', 'noYes'] as const) {
        for (const said of repliesOf(kind, language).filter((_line, place) => place % 20 === 0)) {
          const { says, processor } = await atTheQuestion();
          processor.requestUnfreezing.resolves({ outcome: 'authenticationRequested', authenticationRequest });
          await says(said);
          assert.equal(processor.requestUnfreezing.callCount, kind === 'yes' ? 1 : 0, said);
        }
      }
    }
  });

  it('takes a place in its list for that choice, and asking for a moment for no trouble', async () => {
    const { hears, processor } = await atTheQuestion();
    for (let time = 0; time < 4; time++)
      await hears('hold on a second', undefined, 'takeYourTime', 'unfreeze.confirm');
    await hears('2', undefined, 'unfreeze.declined', 'anythingElse');
    assert.equal(processor.requestUnfreezing.callCount, 0);
    const other = await atTheQuestion();
    other.processor.requestUnfreezing.resolves({ outcome: 'authenticationRequested', authenticationRequest });
    await other.hears('第一个', undefined, 'identityDocument.ask');
  });

  it('takes a yes that names another card for no yes to this one', async () => {
    const { hears, processor } = await atTheQuestion();
    await hears('yes, the one ending 2228', undefined, 'unfreeze.confirmAgain');
    await hears('no, the other card', undefined, 'cardNumber.other');
    assert.equal(processor.requestUnfreezing.callCount, 0);
    processor.requestUnfreezing.resolves({ outcome: 'authenticationRequested', authenticationRequest });
    await hears('••••1114', named, 'cardStatus.frozen', 'instructions.both', 'unfreeze.confirm');
    await hears('yes, the one ending 1114', named, 'identityDocument.ask');
  });

  it('says so when the card needs the staff by now', async () => {
    const { hears, processor } = await atTheQuestion();
    processor.requestUnfreezing.resolves({ outcome: 'notRemote', help: 'branch' });
    await hears('yes', undefined, 'cardStatus.needsStaff', 'anythingElse');
  });

  it('says so when nothing is frozen any more', async () => {
    const { hears, processor } = await atTheQuestion();
    processor.requestUnfreezing.resolves({ outcome: 'noFrozenCard' });
    await hears('yes', undefined, 'unfreeze.statusChanged', 'anythingElse');
  });
});
