import assert from 'node:assert/strict';
import { AgentHours } from '../../../dialogs/state/agentHours.ts';
import { authenticationRequest, card, dialogConversation, messageId, sealed } from '../dialogConversation.ts';

const named = { what: 'card', card } as const;

async function atThePassword(options: Parameters<typeof dialogConversation>[1] = {}) {
  const conversation = dialogConversation('en', options);
  const { customerService, processor, says } = conversation;
  customerService.queryCardStatus.resolves({
    status: 'frozen',
    instructions: {
      remote: true,
      reasons: [],
      demands: ['identityDocument', 'transactionPassword'],
    },
  });
  processor.requestUnfreezing.resolves({ outcome: 'authenticationRequested', authenticationRequest });
  processor.giveAuthenticationInformation.resolves({
    outcome: 'itemTaken',
    remaining: ['transactionPassword'],
  });
  await says('unfreeze', named);
  await says('yes');
  await says('', sealed('identityDocument'));
  return conversation;
}

describe('the handoff to a human agent', () => {
  it('gives the agent what is known, and no more', async () => {
    const { desk, hears } = await atThePassword();
    await hears('agent', undefined, 'agent', 'transactionPassword.ask');
    const { transcript: _transcript, conversation, ...packet } = desk.open.firstCall.args[0];
    assert.ok(conversation);
    assert.deepEqual(packet, {
      reason: 'askedForPerson',
      channel: 'webChat',
      language: 'en',
      lastFour: '1114',
      cards: [card],
      freezeReasons: [],
      step: 'transactionPassword',
      attemptsLeft: 3,
      cardFound: false,
      callBack: false,
      optedOut: false,
      at: '2026-03-02T08:00:00.000Z',
    });
  });

  it('notes for the audit trail which card, which case and why, and nothing of the conversation', async () => {
    const { handoffNotes, says } = await atThePassword();
    await says('agent');
    const [{ userTerminal, ...noted } = {}] = handoffNotes.note.firstCall.args;
    assert.equal(userTerminal?.channel, 'webChat');
    assert.deepEqual(noted, { card: card.card, caseId: 'K-4821', reason: 'askedForPerson' });
  });

  it('sends the Bot Framework’s handoff event, with the transcript attached and the case beside it', async () => {
    const { events, says } = await atThePassword();
    const [sentence] = await says('I want to talk to a person');
    assert.match(sentence?.text ?? '', /case K-4821/);
    const [event, ...others] = events;
    assert.deepEqual(others, []);
    assert.equal(event?.name, 'handoff.initiate');
    assert.equal(event?.value.lastFour, '1114');
    assert.equal(event?.channelData.thawline.caseId, 'K-4821');
    const [attachment] = event?.attachments ?? [];
    assert.equal(attachment?.name, 'Transcript');
    assert.ok(Array.isArray(attachment?.content.activities));
  });

  it('says when somebody is there again outside hours, and sends a report to the number on the card', async () => {
    // 08:00 on a Monday, in UTC.
    const agentHours = new AgentHours('Mon-Fri 09:00-18:00 UTC');
    const { says } = dialogConversation('en', { agentHours, agentPhone: '+12025550100' });
    const [later] = await says('agent');
    assert.equal(messageId(later ?? {}), 'agent.later');
    assert.match(later?.text ?? '', /from Monday.*09:00, please call \+12025550100/);
    assert.match(later?.speak ?? '', /^Our staff are away until Monday.*your case is K, 4 8 2 1\.$/);
    const [report] = await says('my card was stolen');
    assert.match(report?.text ?? '', /number on the back of your card/);
  });

  it('marks the sentences after which a customer who can be put through to a person is, and no other', async () => {
    const leading = async (...words: string[]) => {
      const { says } = dialogConversation();
      const replies = [];
      for (const text of words) replies.push(...(await says(text)));
      return replies.flatMap((reply) => (reply.channelData?.thawline.leadsToPerson ? messageId(reply) : []));
    };
    assert.deepEqual(await leading('hello', 'check my card', 'agent', 'cancel'), ['agent']);
    assert.deepEqual(await leading('I lost my card'), ['handoff.noted']);
    assert.deepEqual(await leading('balance', 'my balance please', 'balance!!', 'help'), ['notUnderstood.3']);
  });
});
