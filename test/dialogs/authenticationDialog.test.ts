import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Heard } from '../../dialogs/understanding/heard.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import type { AuthenticationRequest } from '../../services/contract/authenticationRequest.ts';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import { resultContentType } from '../../services/contract/result.ts';
import { secureFormContentType } from '../../services/contract/secureForm.ts';
import { authenticationRequest, card, dialogConversation, messageId, sealed } from './dialogConversation.ts';

const both: AuthenticationItem[] = ['identityDocument', 'transactionPassword'];

async function atTheFirstItem(items = both, more: Partial<AuthenticationRequest> = {}) {
  const conversation = dialogConversation();
  conversation.customerService.queryCardStatus.resolves({
    status: 'frozen',
    instructions: { remote: true, reasons: [], demands: items },
  });
  conversation.processor.requestUnfreezing.resolves({
    outcome: 'authenticationRequested',
    authenticationRequest: { ...authenticationRequest, items, ...more },
  });
  await conversation.says('unfreeze', { what: 'card', card });
  const [question] = await conversation.says('yes');
  return { ...conversation, question };
}

describe('the authentication dialog', () => {
  it('asks with a form for the item, in the language of the conversation', async () => {
    const { question } = await atTheFirstItem();
    const [form] = question?.attachments ?? [];
    assert.equal(form?.contentType, secureFormContentType);
    assert.equal(form?.content.item, 'identityDocument');
    assert.equal(form?.content.authenticationRequest.attempt, 1);
    assert.equal(form?.content.words.label, 'Identity document number');
    assert.equal(
      form?.content.words.problems.length,
      'An ID number has 18 characters, and I received {{count}}. Please check.',
    );
  });

  it('uploads each item as it comes and says nothing of the first', async () => {
    const { hears, processor } = await atTheFirstItem();
    processor.giveAuthenticationInformation.onFirstCall().resolves({
      outcome: 'itemTaken',
      remaining: ['transactionPassword'],
    });
    await hears('', sealed('identityDocument'), 'transactionPassword.ask');
    processor.giveAuthenticationInformation.onSecondCall().resolves({
      outcome: 'unfrozen',
      at: '2026-03-02T08:01:00.000Z',
    });
    await hears('', sealed('transactionPassword'), 'outcome.unfrozen', 'anythingElse');
    const sent = processor.giveAuthenticationInformation.args.map(([information]) => information);
    assert.deepEqual(
      sent.map(({ item, envelope }) => ({ item, envelope })),
      both.map((item) => ({ item, envelope: `${item}.of.attempt.1.sealed` })),
    );
    assert.ok(sent.every(({ userTerminal }) => userTerminal.channel === 'webChat'));
  });

  describe('where the customer’s country wants a consent of its own', () => {
    const asked = () => atTheFirstItem(both, { consent: { version: '2026-11' } });

    it('asks for it before the first form, and sends its version with what is given', async () => {
      const { question, hears, processor } = await asked();
      assert.equal(question && messageId(question), 'consent.ask');
      assert.deepEqual(question?.attachments ?? [], []);
      await hears('I agree', undefined, 'identityDocument.ask');
      processor.giveAuthenticationInformation.onFirstCall().resolves({
        outcome: 'itemTaken',
        remaining: ['transactionPassword'],
      });
      processor.giveAuthenticationInformation.onSecondCall().resolves({
        outcome: 'notAccepted',
        attempt: 2,
        attemptsLeft: 2,
      });
      await hears('', sealed('identityDocument'), 'transactionPassword.ask');
      await hears('', sealed('transactionPassword'), 'outcome.notAccepted', 'identityDocument.ask');
      const sent = processor.giveAuthenticationInformation.args.map(([{ consent }]) => consent);
      assert.deepEqual(sent, ['2026-11', '2026-11']);
    });

    it('leads to a person without it, and asks for nothing', async () => {
      for (const words of ['I do not agree', 'no', '不同意']) {
        const { hears, desk, processor } = await asked();
        await hears(words, undefined, 'consent.declined', 'agent');
        assert.equal(desk.open.callCount, 1, words);
        assert.equal(processor.giveAuthenticationInformation.callCount, 0);
      }
    });

    it('takes a plain yes and the words themselves for one, and nothing that is only near', async () => {
      for (const words of ['yes', '同意', 'Yes, I agree.', '我同意。']) {
        const { says } = await asked();
        assert.equal((await says(words)).map(messageId).includes('identityDocument.ask'), true, words);
      }
      const { hears } = await asked();
      await hears('well, perhaps', undefined, 'consent.again');
      await hears('why do you ask?', undefined, 'consent.help', 'consent.ask');
    });
  });

  /** An item came sealed in a turn that was lost; nothing of it was kept. */
  const lost = (item: AuthenticationItem, attempt = 1): Heard => ({
    what: 'lostItem',
    item: { item, authenticationRequest: authenticationRequest.id, attempt },
  });
  const stands = (attempt: number, attemptsLeft: number, remaining: AuthenticationItem[]) => ({
    id: authenticationRequest.id,
    state: 'open' as const,
    attempt: { attempt, attemptsLeft, remaining },
  });

  it('asks again for an item that was lost before the processor had it, and says why', async () => {
    const { hears, processor } = await atTheFirstItem();
    processor.unfreezeRequestState.resolves(stands(1, 3, both));
    await hears('', lost('identityDocument'), 'authentication.again', 'identityDocument.ask');
    assert.equal(processor.giveAuthenticationInformation.callCount, 0);
  });

  it('asks again with the key of now where the one that was sealed to is gone', async () => {
    const { says, processor } = await atTheFirstItem();
    const { sealingKey } = authenticationRequest;
    const fresh = { ...sealingKey, kid: 'another' };
    const standing = stands(1, 3, both);
    const { attempt } = standing;
    processor.unfreezeRequestState.resolves({ ...standing, attempt: { ...attempt, sealingKey: fresh } });
    processor.giveAuthenticationInformation.rejects(new UnfreezeError('envelopeExpired', 'gone'));
    const answers = await says('', sealed('identityDocument'));
    const [form] = answers.flatMap(({ attachments = [] }) => attachments);
    assert.deepEqual(form?.content.authenticationRequest.sealingKey, fresh);
  });

  it('goes on with the next item where the processor had the one whose turn was lost', async () => {
    const { hears, processor } = await atTheFirstItem();
    processor.unfreezeRequestState.resolves(stands(1, 3, ['transactionPassword']));
    await hears('', lost('identityDocument'), 'transactionPassword.ask');
  });

  it('tells the outcome of an attempt whose turn was lost', async () => {
    const { hears, processor } = await atTheFirstItem(['transactionPassword']);
    processor.unfreezeRequestState.resolves(stands(2, 2, ['transactionPassword']));
    await hears('', lost('transactionPassword'), 'outcome.notAccepted', 'transactionPassword.ask');
    processor.unfreezeRequestState.resolves({ id: authenticationRequest.id, state: 'unfrozen' });
    await hears('', lost('transactionPassword', 2), 'outcome.unfrozen', 'anythingElse');
  });

  it('says that it is locked, or over, where a lost turn found it so', async () => {
    for (const [state, sentence] of [
      ['locked', 'secureLink.locked'],
      ['over', 'outcome.over'],
    ] as const) {
      const { says, processor } = await atTheFirstItem(['transactionPassword']);
      processor.unfreezeRequestState.resolves({ id: authenticationRequest.id, state });
      const [first] = await says('', lost('transactionPassword'));
      assert.equal(first && messageId(first), sentence);
    }
  });

  it('asks for the identity document only where only that is demanded', async () => {
    const { hears, processor } = await atTheFirstItem(['identityDocument']);
    processor.giveAuthenticationInformation.resolves({ outcome: 'unfrozen', at: '2026-03-02T08:01:00.000Z' });
    await hears('', sealed('identityDocument'), 'outcome.unfrozen', 'anythingElse');
  });

  it('asks for the transaction password only where only that is demanded', async () => {
    const { hears, processor, question } = await atTheFirstItem(['transactionPassword']);
    assert.equal(question?.attachments?.[0]?.content.item, 'transactionPassword');
    processor.giveAuthenticationInformation.resolves({ outcome: 'unfrozen', at: '2026-03-02T08:01:00.000Z' });
    await hears('', sealed('transactionPassword'), 'outcome.unfrozen', 'anythingElse');
  });

  it('asks for what remains in the order in which it is demanded, and for nothing else', async () => {
    const { hears, processor, question } = await atTheFirstItem(both.toReversed());
    assert.equal(question?.attachments?.[0]?.content.item, 'transactionPassword');
    processor.giveAuthenticationInformation.onFirstCall().resolves({
      outcome: 'itemTaken',
      remaining: ['identityDocument'],
    });
    await hears('', sealed('transactionPassword'), 'identityDocument.ask');
    processor.giveAuthenticationInformation.onSecondCall().resolves({
      outcome: 'itemTaken',
      remaining: ['identityDocument'],
    });
    await hears('', sealed('identityDocument'), 'identityDocument.ask');
  });

  it('says how many tries are left, begins with the first item again, and takes only the new attempt’s form', async () => {
    const { says, hears, processor } = await atTheFirstItem(['transactionPassword']);
    processor.giveAuthenticationInformation.resolves({ outcome: 'notAccepted', attempt: 2, attemptsLeft: 2 });
    const [notAccepted, again] = await says('', sealed('transactionPassword'));
    assert.match(notAccepted?.text ?? '', /Tries left: 2/);
    assert.equal(again?.attachments?.[0]?.content.authenticationRequest.attempt, 2);
    await hears('', sealed('transactionPassword', 1), 'formOver', 'transactionPassword.ask');
    assert.equal(processor.giveAuthenticationInformation.callCount, 1);
  });

  it('says how long to wait where an item came too soon, and asks for it again', async () => {
    const { says, processor } = await atTheFirstItem();
    processor.giveAuthenticationInformation.onFirstCall().resolves({
      outcome: 'tooSoon',
      notBefore: '2026-03-02T08:00:24.500Z',
    });
    const [waits, again] = await says('', sealed('identityDocument'));
    assert.match(
      waits?.text ?? '',
      /not checked and does not count\. Please enter it again in 25 seconds\.$/,
    );
    assert.equal(again?.attachments?.[0]?.content.item, 'identityDocument');
    assert.equal(again?.attachments?.[0]?.content.authenticationRequest.attempt, 1);
    processor.giveAuthenticationInformation.onSecondCall().resolves({
      outcome: 'itemTaken',
      remaining: ['transactionPassword'],
    });
    assert.equal(
      (await says('', sealed('identityDocument'))).map(messageId).join(),
      'transactionPassword.ask',
    );
  });

  it('says how long a lock lasts and who helps meanwhile', async () => {
    const { says, processor } = await atTheFirstItem(['transactionPassword']);
    processor.giveAuthenticationInformation.resolves({
      outcome: 'locked',
      until: '2026-03-02T08:15:00.000Z',
      help: 'agent',
    });
    const [locked] = await says('', sealed('transactionPassword'));
    assert.match(
      locked?.text ?? '',
      /try again in about 15 minutes\..*call the number on the back of your card/,
    );
  });

  it('says beside each outcome which it is, so that a page need not read the sentence', async () => {
    const at = '2026-03-02T08:01:00.000Z';
    const outcomes = [
      [{ outcome: 'unfrozen', at }, 'unfrozen'],
      [{ outcome: 'notAccepted', attempt: 2, attemptsLeft: 2 }, 'notAccepted'],
      [{ outcome: 'tooSoon', notBefore: at }, 'tooSoon'],
      [{ outcome: 'locked', until: at, help: 'agent' }, 'locked'],
    ] as const;
    for (const [answer, kind] of outcomes) {
      const { says, processor } = await atTheFirstItem(['transactionPassword']);
      processor.giveAuthenticationInformation.resolves(answer);
      const [sentence] = await says('', sealed('transactionPassword'));
      const [shown] = sentence?.attachments ?? [];
      assert.equal(shown?.contentType, resultContentType);
      assert.equal(shown?.content.kind, kind);
      assert.equal(shown?.content.card.lastFour, '1114');
    }
  });

  it('says that the staff must release a lock that has no end', async () => {
    const { hears, processor } = await atTheFirstItem(['transactionPassword']);
    processor.giveAuthenticationInformation.resolves({ outcome: 'locked', until: null, help: 'agent' });
    await hears('', sealed('transactionPassword'), 'outcome.lockedUntilReleased', 'anythingElse');
  });

  it('says what is wrong with an item, explains more the second time, offers a person the third', async () => {
    const { says, hears, processor } = await atTheFirstItem();
    const short = { what: 'itemProblem', item: 'identityDocument', problem: 'length', count: 17 } as const;
    const [first] = await says('••••', short);
    assert.equal(first?.text, 'An ID number has 18 characters, and I received 17. Please check.');
    assert.equal(first?.attachments?.length, 1);
    await hears('••••', short, 'identityDocument.help', 'identityDocument.length');
    await hears('••••', short, 'authentication.offerAgent', 'identityDocument.length');
    assert.equal(processor.giveAuthenticationInformation.callCount, 0);
  });

  it('explains why it asks, and asks again', async () => {
    const { hears } = await atTheFirstItem();
    await hears('why do you ask?', undefined, 'identityDocument.why', 'identityDocument.ask');
    await hears('how long will it take', undefined, 'aside.howLong', 'identityDocument.ask');
    await hears('what is that number for', undefined, 'identityDocument.why', 'identityDocument.ask');
  });

  it('asks again for an item that could not be opened, and ends when it happens again and again', async () => {
    const { hears, processor } = await atTheFirstItem();
    processor.giveAuthenticationInformation.rejects(new UnfreezeError('envelopeUnreadable', 'not ours'));
    processor.unfreezeRequestState.resolves({ id: randomUUID(), state: 'open' });
    const item = sealed('identityDocument');
    await hears('', item, 'authentication.again', 'identityDocument.ask');
    await hears('', item, 'authentication.again', 'identityDocument.ask');
    await hears('', item, 'outcome.over', 'anythingElse');
  });

  it('tells what the processor has made of an item that comes again since the answer to it was lost', async () => {
    const { hears, processor } = await atTheFirstItem();
    processor.giveAuthenticationInformation.rejects(new UnfreezeError('envelopeReused', 'it came before'));
    processor.unfreezeRequestState.resolves(stands(1, 3, ['transactionPassword']));
    await hears('', sealed('identityDocument'), 'transactionPassword.ask');
    processor.giveAuthenticationInformation.rejects(new UnfreezeError('envelopeExpired', 'another attempt'));
    processor.unfreezeRequestState.resolves(stands(2, 2, both));
    await hears('', sealed('transactionPassword'), 'outcome.notAccepted', 'identityDocument.ask');
  });

  it('ends kindly when the authentication request is over', async () => {
    const { hears, processor } = await atTheFirstItem();
    const gone = new UnfreezeError('authenticationRequestUnknown', 'gone');
    processor.giveAuthenticationInformation.rejects(gone);
    processor.unfreezeRequestState.rejects(gone);
    await hears('', sealed('identityDocument'), 'outcome.over', 'anythingElse');
  });

  it('says that the card is unfrozen where the answer that said so was lost', async () => {
    const { hears, processor } = await atTheFirstItem(['transactionPassword']);
    processor.giveAuthenticationInformation.resolves({ outcome: 'over' });
    processor.unfreezeRequestState.resolves({ id: randomUUID(), state: 'unfrozen' });
    await hears('', sealed('transactionPassword'), 'outcome.unfrozen', 'anythingElse');
  });

  it('says that the staff must help when a freeze was added meanwhile', async () => {
    const { hears, processor } = await atTheFirstItem(['identityDocument']);
    processor.giveAuthenticationInformation.resolves({ outcome: 'notRemote', help: 'agent' });
    await hears('', sealed('identityDocument'), 'cardStatus.needsStaff', 'anythingElse');
  });

  it('drops what was collected when the customer cancels', async () => {
    const { hears, processor } = await atTheFirstItem();
    await hears('cancel', undefined, 'cancelled');
    await hears('', sealed('identityDocument'), 'formOver', 'anythingElse');
    assert.equal(processor.giveAuthenticationInformation.callCount, 0);
  });
});
