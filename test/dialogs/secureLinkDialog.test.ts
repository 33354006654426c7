import assert from 'node:assert/strict';
import { UnfreezeError } from '../../kit/errors.ts';
import { codePageContentType } from '../../services/contract/codePage.ts';
import type { UnfreezeRequestState } from '../../services/contract/unfreezeRequest.ts';
import type { MessageId } from '../../words/conversation.ts';
import {
  authenticationRequest,
  card,
  dialogConversation,
  messageId,
  now,
  sealed,
} from './dialogConversation.ts';

const named = { what: 'card', card } as const;
const { id, expiresAt } = authenticationRequest;
const sent = { outcome: 'secureLinkSent', id, expiresAt } as const;

describe('the secure link dialog', () => {
  async function atTheQuestion(options: Parameters<typeof dialogConversation>[1] = {}) {
    const conversation = dialogConversation('en', options);
    conversation.customerService.queryCardStatus.resolves({
      status: 'frozen',
      instructions: { remote: true, reasons: [], demands: ['identityDocument'] },
    });
    await conversation.says('unfreeze', named);
    return conversation;
  }
  async function awaiting(...states: UnfreezeRequestState['state'][]) {
    const conversation = await atTheQuestion();
    conversation.processor.requestUnfreezing.resolves(sent);
    for (const [call, state] of states.entries()) {
      conversation.processor.unfreezeRequestState.onCall(call).resolves({ id, state });
    }
    await conversation.hears('send me a link', undefined, 'secureLink.sent');
    return conversation;
  }

  for (const channelId of ['thawline-sms', 'thawline-whatsapp', 'other-app/slack']) {
    it(`asks for secrets through a link after a yes on ${channelId} where that is set`, async () => {
      const linked = await atTheQuestion({ channelId, messagingSecrets: 'link' });
      linked.processor.requestUnfreezing.resolves(sent);
      await linked.hears('yes', undefined, 'secureLink.sent');
      assert.equal(linked.processor.requestUnfreezing.firstCall.args[0].through, 'secureLink');
      const guided = await atTheQuestion({ channelId });
      guided.processor.requestUnfreezing.resolves({
        outcome: 'authenticationRequested',
        authenticationRequest,
      });
      await guided.hears('yes', undefined, 'identityDocument.ask');
      assert.equal(guided.processor.requestUnfreezing.firstCall.args[0].through, undefined);
    });
  }

  it('offers none in web chat, and sends one to who asks: instead of a yes, or instead of a secret', async () => {
    const { hears, processor } = await atTheQuestion({ messagingSecrets: 'link' });
    processor.requestUnfreezing.resolves({ outcome: 'authenticationRequested', authenticationRequest });
    await hears('yes', undefined, 'identityDocument.ask');
    processor.requestUnfreezing.resolves(sent);
    await hears('can you send me a link instead', undefined, 'secureLink.sent');
    assert.equal(processor.requestUnfreezing.lastCall.args[0].card, card.card);
  });

  it('sends none for a yes that names another card', async () => {
    const { hears, processor } = await atTheQuestion();
    await hears('send me a link for the one ending 2228', undefined, 'unfreeze.confirmAgain');
    assert.equal(processor.requestUnfreezing.callCount, 0);
  });

  for (const words of [
    'I have finished',
    'ok',
    'thanks',
    'hello',
    'is my card unfrozen',
    'xyz',
    "I didn't get the link",
  ]) {
    it(`takes "${words}" as the question how it stands`, async () => {
      const { hears } = await awaiting('open', 'unfrozen');
      await hears(words, undefined, 'secureLink.open');
      await hears(words, undefined, 'outcome.unfrozen', 'anythingElse');
    });
  }

  it('asks how it stands after a silence and after a lost connection, without losing patience', async () => {
    const { hears } = await awaiting('open', 'open', 'open', 'open', 'unfrozen');
    for (let times = 0; times < 4; times++) await hears('', { what: 'silence' }, 'secureLink.open');
    await hears('', { what: 'returned' }, 'outcome.unfrozen', 'anythingElse');
  });

  it('notes whose conversation waits, and goes on when the link has ended', async () => {
    const { hears, awaitedLinks } = await awaiting('unfrozen');
    assert.deepEqual(awaitedLinks.note.firstCall.args[1], { id, expiresAt });
    await hears('', { what: 'linkConcluded', id }, 'outcome.unfrozen', 'anythingElse');
    const locked = await awaiting('locked');
    await locked.hears('', { what: 'linkConcluded', id }, 'secureLink.locked', 'anythingElse');
    const over = await awaiting('over');
    await over.hears('', { what: 'linkConcluded', id }, 'secureLink.over');
  });

  it('says that it is locked, and that the link has ended, and sends another to who wants one', async () => {
    const { hears } = await awaiting('locked');
    await hears('done', undefined, 'secureLink.locked', 'anythingElse');
    const other = await awaiting('over', 'over');
    await other.hears('done', undefined, 'secureLink.over');
    await other.hears('yes', undefined, 'secureLink.sent');
    await other.hears('done', undefined, 'secureLink.over');
    await other.hears('send a new link', undefined, 'secureLink.sent');
    assert.equal(other.processor.requestUnfreezing.callCount, 3);
  });

  it('takes one that the bank’s side has forgotten for one that has ended', async () => {
    const { hears, processor } = await awaiting();
    processor.unfreezeRequestState.rejects(new UnfreezeError('authenticationRequestUnknown', 'forgotten'));
    await hears('done', undefined, 'secureLink.over');
  });

  it('tells the truth to who leaves, and answers what is asked in between', async () => {
    const { hears } = await awaiting('open');
    await hears('is this safe?', undefined, 'aside.isItSafe', 'secureLink.open');
    await hears('help', undefined, 'secureLink.help', 'secureLink.open');
    await hears('cancel', undefined, 'secureLink.left', 'anythingElse');
    const done = await awaiting('unfrozen');
    await done.hears('cancel', undefined, 'outcome.unfrozen', 'anythingElse');
    const lost = await awaiting();
    await lost.hears('my card was stolen', undefined, 'freezeOrReport', 'handoff.noted');
  });

  it('says when no link can be sent, and from when on one can, and asks whether to do it here', async () => {
    const { hears, processor } = await atTheQuestion();
    processor.requestUnfreezing.resolves({ outcome: 'noSecureLink', notBefore: null });
    await hears('send me a link', undefined, 'secureLink.none', 'unfreeze.confirm');
    const other = await atTheQuestion({ channelId: 'thawline-sms', messagingSecrets: 'link' });
    const notBefore = new Date(now.getTime() + 600_000).toISOString();
    other.processor.requestUnfreezing.resolves({ outcome: 'noSecureLink', notBefore });
    const [said, ...rest] = await other.says('yes');
    assert.match(said?.text ?? '', /10 minutes/);
    assert.deepEqual(rest.map(messageId), ['anythingElse'], 'and never asks for a secret there');
  });

  it('says that one is on its way already, and puts nobody in the place of who waits for it', async () => {
    const { hears, processor, awaitedLinks } = await atTheQuestion();
    processor.requestUnfreezing.resolves({ outcome: 'secureLinkOnItsWay', id, expiresAt });
    processor.unfreezeRequestState.onFirstCall().resolves({ id, state: 'open' });
    processor.unfreezeRequestState.onSecondCall().resolves({ id, state: 'unfrozen' });
    await hears('send me a link', undefined, 'secureLink.onItsWay');
    assert.equal(awaitedLinks.note.callCount, 0);
    await hears('send a new link', undefined, 'secureLink.onItsWay');
    await hears('done', undefined, 'secureLink.open');
    await hears('done', undefined, 'outcome.unfrozen', 'anythingElse');
  });

  it('tells the bank’s side from which phone a link is asked for, and who has none that theirs gets one sooner', async () => {
    const notBefore = new Date(now.getTime() + 600_000).toISOString();
    const asked = async (options: Parameters<typeof dialogConversation>[1], sentence: MessageId) => {
      const { hears, processor } = await atTheQuestion(options);
      processor.requestUnfreezing.resolves({ outcome: 'noSecureLink', notBefore });
      await hears('send me a link', undefined, sentence, 'unfreeze.confirm');
      return processor.requestUnfreezing.firstCall.args[0].phone;
    };
    assert.equal(await asked({ phone: '+12025550101' }, 'secureLink.tooMany'), '+12025550101');
    assert.equal(await asked({}, 'secureLink.tooManyHere'), undefined);
  });

  it('asks about the card that was spoken of before it sends one to who wants it later', async () => {
    const { hears, processor } = await atTheQuestion();
    processor.requestUnfreezing.resolves({ outcome: 'authenticationRequested', authenticationRequest });
    await hears('yes', undefined, 'identityDocument.ask');
    const locked = { outcome: 'locked', until: expiresAt, help: 'agent' } as const;
    processor.giveAuthenticationInformation.resolves(locked);
    await hears('', sealed('identityDocument'), 'outcome.locked', 'anythingElse');
    processor.requestUnfreezing.resolves(sent);
    await hears('send me a link', undefined, 'unfreeze.confirm');
    await hears('yes', undefined, 'secureLink.sent');
    assert.equal(processor.requestUnfreezing.lastCall.args[0].through, 'secureLink');
  });

  describe('where a code was sent in its place', () => {
    async function waits(...states: UnfreezeRequestState['state'][]) {
      const conversation = await atTheQuestion();
      conversation.processor.requestUnfreezing.resolves({ ...sent, by: 'code' });
      for (const [call, state] of states.entries())
        conversation.processor.unfreezeRequestState.onCall(call).resolves({ id, state });
      await conversation.hears('send me a link', undefined, 'secureCode.sent');
      return conversation;
    }

    it('says so, names no link, and tells the bank’s side the conversation’s language', async () => {
      const { hears, processor } = await waits('open', 'over');
      assert.equal(processor.requestUnfreezing.firstCall.args[0].language, 'en');
      await hears('done', undefined, 'secureLink.open');
      await hears('done', undefined, 'secureCode.over');
      await hears('Send a new code', undefined, 'secureCode.sent');
      assert.equal(processor.requestUnfreezing.callCount, 2);
    });

    it('takes no such code in the conversation, and says where it belongs', async () => {
      const { hears } = await waits('open', 'open');
      await hears(
        '1234 5678 90123',
        { what: 'caseCode', name: 'x' },
        'secureCode.notHere',
        'secureLink.open',
      );
      await hears('I have the code', undefined, 'secureLink.open');
    });

    it('opens the page for the browser in which it was begun, where the bank’s side names one', async () => {
      const { says, processor } = await atTheQuestion();
      const page = 'https://cards.bank.example/s#x';
      processor.requestUnfreezing.resolves({ ...sent, by: 'code', page });
      const [opening, asking] = await says('send me a link');
      assert.deepEqual(
        [opening, asking].map((one) => one && messageId(one)),
        ['secureCode.page', 'secureCode.sent'],
      );
      assert.deepEqual(opening?.attachments, [
        {
          contentType: codePageContentType,
          content: { address: page, label: 'Enter the code', language: 'en' },
        },
      ]);
    });

    it('says that one is on its way', async () => {
      const { hears, processor } = await waits('over');
      processor.requestUnfreezing.resolves({ outcome: 'secureLinkOnItsWay', id, expiresAt, by: 'code' });
      await hears('done', undefined, 'secureCode.over');
      await hears('yes', undefined, 'secureCode.onItsWay');
    });
  });
});
