import { type Activity, ConversationState, MemoryStorage, TestAdapter, TurnContext } from 'botbuilder';
import sinon from 'sinon';
import { Closing } from '../../../dialogs/interruptions/closing.ts';
import { Freezing } from '../../../dialogs/interruptions/freezing.ts';
import { Handoffs } from '../../../dialogs/interruptions/handoff.ts';
import { outcomeOf } from '../../../dialogs/interruptions/index.ts';
import type { ListenedTurn, Listener, Means } from '../../../dialogs/interruptions/listener.ts';
import { Moving } from '../../../dialogs/interruptions/moving.ts';
import type { Outcome } from '../../../dialogs/interruptions/outcome.ts';
import { StandingBehalf } from '../../../dialogs/interruptions/standingBehalf.ts';
import { StandingLock } from '../../../dialogs/interruptions/standingLock.ts';
import { StandingReport } from '../../../dialogs/interruptions/standingReport.ts';
import { Sentences } from '../../../dialogs/messages/wording.ts';
import { AuthenticationItemQuestion } from '../../../dialogs/prompts/authenticationItemQuestion.ts';
import { CardNumberQuestion } from '../../../dialogs/prompts/cardNumberQuestion.ts';
import { FreezeQuestion } from '../../../dialogs/prompts/freezeQuestion.ts';
import { LeaveQuestion } from '../../../dialogs/prompts/leaveQuestion.ts';
import { type OpenQuestion, type Question, standing } from '../../../dialogs/prompts/question.ts';
import { ReportQuestion } from '../../../dialogs/prompts/reportQuestion.ts';
import { SecureLinkQuestion } from '../../../dialogs/prompts/secureLinkQuestion.ts';
import { UnfreezeQuestion } from '../../../dialogs/prompts/unfreezeQuestion.ts';
import { conversationProperties, type SpokenOf } from '../../../dialogs/state/conversationState.ts';
import { Speaker } from '../../../dialogs/state/speaker.ts';
import { setTurn } from '../../../dialogs/state/turn.ts';
import { utteranceOf } from '../../../dialogs/state/utterance.ts';
import { type Heard, withHeard } from '../../../dialogs/understanding/heard.ts';
import { ordinaryTopics } from '../../../dialogs/understanding/topics.ts';
import type { NamedCard } from '../../../services/contract/card.ts';
import type { CustomerServiceClient } from '../../../services/contract/customerServiceClient.ts';
import type { AuthenticationItem } from '../../../services/contract/items/index.ts';
import type { ProcessorClient } from '../../../services/contract/processorClient.ts';
import { readTopics } from '../../../topics/topicFiles.ts';
import { catalogue } from '../../../words/conversation.ts';
import { demoTopics } from '../../topics/demoTopics.ts';
import { authenticationRequest, card, messageId, now } from '../dialogConversation.ts';
import { stubbedCases } from '../stubbedCases.ts';

export const otherCard = { card: 'card_zzzzzzzzzzzzzzzzzzzzzz', lastFour: '4446' };

/** The sentences of a bank that has an answer to every topic. */
const answering = new Sentences({ ...catalogue, ...readTopics(demoTopics).answers });

/** What came, and how the turn stands; without `open` nothing is. */
type Coming = { found?: Heard; open?: OpenQuestion; optedOut?: true } & Partial<
  Pick<ListenedTurn, 'left' | 'movedAway'>
>;

/** One conversation without dialogs, in which a listener can be asked what it makes of a turn. */
export function listening({ phone, answers = false }: { phone?: string; answers?: boolean } = {}) {
  const state = new ConversationState(new MemoryStorage());
  const properties = conversationProperties(state);
  const speaker = new Speaker({
    ...properties,
    agentPhone: undefined,
    ...(answers && { sentences: answering }),
  });
  const cases = stubbedCases();
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
  const desk = { open: sinon.stub().resolves('K-4821') };
  const parts = { speaker, cases, clock: () => now, desk, agentHours: undefined };
  const processor: sinon.SinonStubbedInstance<ProcessorClient> = {
    requestUnfreezing: sinon.stub(),
    giveAuthenticationInformation: sinon.stub(),
    startUnfreezing: sinon.stub(),
    unfreezeRequestState: sinon.stub(),
  };
  processor.unfreezeRequestState.resolves({ id: authenticationRequest.id, state: 'open' });
  const lock = new StandingLock({ ...parts, processor }, properties);
  const freezing = new Freezing({ customerService }, properties);
  const handoffNotes = { note: async () => {} };
  const handoff = new Handoffs({ ...parts, lock, freezing, handoffNotes }, properties);
  const standingReport = new StandingReport({ speaker, handoff, freezing }, properties);
  const moving = new Moving({ ...parts, report: standingReport }, properties);
  const clock = () => now;
  const behalf = new StandingBehalf({ speaker }, properties);
  const means: Means = {
    ...properties,
    speaker,
    clock,
    customerService,
    processor,
    disowning: customerService,
    freezing,
    handoff,
    report: standingReport,
    behalf,
    lock,
    moving,
    closing: new Closing({ speaker, asksWhetherSolved: true }, properties),
    topics: ordinaryTopics,
  };
  const sent: Partial<Activity>[] = [];
  const adapter = new TestAdapter(async () => {});
  const conversation = { id: 'c', isGroup: false, conversationType: '', name: '' };

  function context(text: string, found?: Heard): TurnContext {
    const typed = { type: 'message', text, locale: 'en', channelId: phone ? 'thawline-sms' : 'directline' };
    const from = { id: 'customer', name: '' };
    const activity = { ...typed, conversation, from } as unknown as Activity;
    const turnContext = new TurnContext(adapter, withHeard(activity, found));
    turnContext.onSendActivities(async (_context, activities) => {
      sent.push(...activities.filter(({ type }) => type === 'message'));
      return [];
    });
    setTurn(turnContext, { phone });
    return turnContext;
  }

  /** What it makes of a turn, and the ids of what it says. */
  async function hears(listener: Listener, text: string, coming: Coming = {}) {
    const { found, open, left, movedAway = false, optedOut } = coming;
    const turnContext = context(text, found);
    if (optedOut) setTurn(turnContext, { phone, optedOut });
    sent.length = 0;
    const turn = { context: turnContext, said: utteranceOf(turnContext.activity), open, left, movedAway };
    const outcome = await listener(turn, means);
    await state.saveChanges(turnContext);
    return { outcome, says: sent.map(messageId) };
  }

  /** What comes of a turn with all of them. */
  async function comesOf(text: string, coming: Coming = {}): Promise<Outcome | undefined> {
    return (await hears(outcomeOf, text, coming)).outcome;
  }

  /** Something that was so before this turn. */
  async function earlier(set: (turnContext: TurnContext) => Promise<unknown>): Promise<void> {
    const turnContext = context('');
    await set(turnContext);
    await state.saveChanges(turnContext);
  }
  const spokeOf = (spokenOf: Partial<NonNullable<SpokenOf>>) =>
    earlier((turnContext) =>
      properties.spokenOf.set(turnContext, { card, frozen: true, remote: true, reasons: [], ...spokenOf }),
    );

  /** A loss was reported before this turn, of these cards. */
  const reported = (...cards: NamedCard[]) =>
    earlier((turnContext) => properties.lossReport.set(turnContext, { caseId: 'K-4821', cards }));

  /** Each kind of open question, as it stands in the dialog stack. */
  const open = {
    cardNumber: opened(new CardNumberQuestion({ speaker }), {}),
    unfreezing: opened(new UnfreezeQuestion({ speaker }), card),
    link: opened(new SecureLinkQuestion({ speaker }), { id: authenticationRequest.id, standing: 'open' }),
    freezing: opened(new FreezeQuestion({ speaker }), {}),
    reporting: opened(new ReportQuestion({ speaker }), {}),
    leaving: opened(new LeaveQuestion({ speaker }), { how: 'cancelled' }),
    item: (item: AuthenticationItem) =>
      opened(new AuthenticationItemQuestion({ speaker }), { item, authenticationRequest }),
  };

  return {
    hears,
    comesOf,
    earlier,
    spokeOf,
    reported,
    open,
    properties,
    speaker,
    cases,
    customerService,
    desk,
    moving,
    lock,
    processor,
  };
}

function opened<About extends object>(
  question: Question<About, unknown, unknown>,
  about: About,
): OpenQuestion {
  return standing(question, { about, troubles: {} });
}
