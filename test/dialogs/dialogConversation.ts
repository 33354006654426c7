import assert from 'node:assert/strict';
import { type Activity, ConversationState, MemoryStorage, type Middleware } from 'botbuilder';
import { DialogTestClient } from 'botbuilder-testing';
import sinon from 'sinon';
import { MainDialog } from '../../dialogs/mainDialog.ts';
import type { AgentHours } from '../../dialogs/state/agentHours.ts';
import { conversationProperties } from '../../dialogs/state/conversationState.ts';
import type { AwaitedLinks, MessagingSecrets } from '../../dialogs/state/dialogDependencies.ts';
import type { HandoffDesk, HandoffNotes } from '../../dialogs/state/handoffDesk.ts';
import { Speaker } from '../../dialogs/state/speaker.ts';
import { setTurn } from '../../dialogs/state/turn.ts';
import { type Heard, withHeard } from '../../dialogs/understanding/heard.ts';
import type { Language } from '../../kit/language.ts';
import type { AuthenticationRequest } from '../../services/contract/authenticationRequest.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import type { MessageId } from '../../words/conversation.ts';
import { stubbedCases } from './stubbedCases.ts';

export const now = new Date('2026-03-02T08:00:00.000Z');
export const card = { card: 'card_abcdefghijklmnopqrstuv', lastFour: '1114' };

export const authenticationRequest: AuthenticationRequest = {
  id: '5f8a9c3e-7b1d-4e2a-9c5f-0a1b2c3d4e5f',
  items: ['identityDocument', 'transactionPassword'],
  attempt: 1,
  attemptsLeft: 3,
  expiresAt: '2026-03-02T08:10:00.000Z',
  sealingKey: {
    kty: 'EC',
    crv: 'P-256',
    x: 'x'.repeat(43),
    y: 'y'.repeat(43),
    kid: 'k1',
    use: 'enc',
    alg: 'ECDH-ES',
  },
};

/** What the edge makes of an item that was given in the right format. */
export function sealed(item: AuthenticationItem, attempt = 1): Heard {
  const envelope = `${item}.of.attempt.${attempt}.sealed`;
  return {
    what: 'sealedItem',
    sealed: { authenticationRequest: authenticationRequest.id, item, attempt, envelope },
  };
}

/** A conversation with the main dialog, whose clients are sinon's; by SMS where it comes from a phone. */
export function dialogConversation(
  language: Language = 'en',
  {
    agentHours,
    agentPhone,
    phone,
    messagingSecrets = 'guided',
    channelId = phone ? 'thawline-sms' : 'directline',
  }: {
    agentHours?: AgentHours;
    agentPhone?: string;
    phone?: string;
    messagingSecrets?: MessagingSecrets;
    channelId?: string;
  } = {},
) {
  const customerService: sinon.SinonStubbedInstance<CustomerServiceClient> = {
    nameCard: sinon.stub(),
    queryCardStatus: sinon.stub(),
    searchCard: sinon.stub(),
    freezeCard: sinon.stub(),
    disown: sinon.stub(),
    answerableReceipt: sinon.stub(),
    noteHandoff: sinon.stub(),
    noteCaseMove: sinon.stub(),
    noteOperatorAct: sinon.stub(),
  };
  customerService.freezeCard.resolves({ outcome: 'notFrozen' });
  customerService.answerableReceipt.resolves({ unfrozenAt: null, disownedAt: null });
  const processor: sinon.SinonStubbedInstance<ProcessorClient> = {
    requestUnfreezing: sinon.stub(),
    giveAuthenticationInformation: sinon.stub(),
    startUnfreezing: sinon.stub(),
    unfreezeRequestState: sinon.stub(),
  };
  processor.unfreezeRequestState.resolves({ id: authenticationRequest.id, state: 'open' });
  const cases = stubbedCases();
  const state = new ConversationState(new MemoryStorage());
  const properties = conversationProperties(state);
  const speaker = new Speaker({ ...properties, agentPhone });
  const desk: sinon.SinonStubbedInstance<HandoffDesk> = { open: sinon.stub() };
  desk.open.resolves('K-4821');
  const handoffNotes: sinon.SinonStubbedInstance<HandoffNotes> = { note: sinon.stub() };
  const awaitedLinks: sinon.SinonStubbedInstance<AwaitedLinks> = { note: sinon.stub() };
  const told = {
    customerService,
    processor,
    disowning: customerService,
    speaker,
    clock: () => now,
    messagingSecrets,
  };
  const parts = { ...told, desk, handoffNotes, agentHours, cases, awaitedLinks };
  const dialog = new MainDialog(parts, properties);
  const client = new DialogTestClient(channelId, dialog, undefined, [turnFrom(phone)], state);

  /** What the bot sent that is no message. */
  const events: Partial<Activity>[] = [];

  /** Says something and returns all that the bot answered. */
  async function says(text: string, found?: Heard): Promise<Partial<Activity>[]> {
    const typed = { type: 'message', text, locale: language } as Activity;
    const message = withHeard(typed, found);
    const replies: Partial<Activity>[] = [];
    let reply = await client.sendActivity(message);
    while (reply) {
      if (reply.type === 'message') replies.push(reply);
      else events.push(reply);
      reply = client.getNextReply();
    }
    return replies;
  }

  /** Says something and pins the ids of the sentences that come back. */
  async function hears(text: string, found: Heard | undefined, ...ids: MessageId[]): Promise<void> {
    assert.deepEqual((await says(text, found)).map(messageId), ids);
  }

  return { customerService, processor, cases, desk, handoffNotes, awaitedLinks, events, says, hears };
}

export function messageId(activity: Partial<Activity>): string {
  return activity.channelData?.thawline?.messageId;
}

/** What a channel's edge puts beside the activity. */
function turnFrom(phone: string | undefined): Middleware {
  return {
    async onTurn(turnContext, next) {
      setTurn(turnContext, { phone });
      await next();
    },
  };
}
