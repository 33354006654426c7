import { type Activity, ActivityTypes, EventFactory, type TurnContext } from 'botbuilder';
import { instant } from '../../kit/time.ts';
import type { CaseId, HandoffReason } from '../../services/contract/handoff.ts';
import { itemAsked } from '../prompts/authenticationItemQuestion.ts';
import type { OpenQuestion } from '../prompts/question.ts';
import type { ConversationProperties } from '../state/conversationState.ts';
import type { DialogParts } from '../state/dialogParts.ts';
import { type HandoffPacket, HandoffStep } from '../state/handoffDesk.ts';
import { turnOf } from '../state/turn.ts';
import { userTerminal } from '../state/userTerminal.ts';

type Parts = Pick<DialogParts, 'speaker' | 'clock' | 'desk' | 'agentHours' | 'handoffNotes'>;

/** Hands a conversation over to a human agent: a case at the desk, the Bot Framework's event, and words to the customer. */
export class Handoff {
  readonly #parts: Parts;
  readonly #properties: Pick<ConversationProperties, 'spokenOf' | 'transcript'>;

  constructor(parts: Parts, properties: Pick<ConversationProperties, 'spokenOf' | 'transcript'>) {
    this.#parts = parts;
    this.#properties = properties;
  }

  /** The customer wants a person. */
  async toPerson(turnContext: TurnContext, open: OpenQuestion | undefined): Promise<void> {
    await this.#says(turnContext, await this.#opens(turnContext, 'askedForPerson', open));
  }

  /** The customer was waited for long enough. */
  async afterSilence(turnContext: TurnContext, open: OpenQuestion | undefined): Promise<void> {
    await this.#parts.speaker.say(turnContext, 'silence.3');
    await this.#says(turnContext, await this.#opens(turnContext, 'silence', open));
  }

  /** The customer reports a loss, a theft or a fraud: what to do now is said before anything else is done. */
  async ofReport(turnContext: TurnContext, open: OpenQuestion | undefined): Promise<void> {
    const { speaker } = this.#parts;
    const away = await this.#awayUntil(turnContext);
    // Outside hours the bank's own number is not attended; the one on the card is.
    const facts =
      away === undefined ? {} : { agent: speaker.agentByCard(await speaker.language(turnContext)) };
    await speaker.say(turnContext, 'freezeOrReport', facts);
    const caseId = await this.#opens(turnContext, 'freezeOrReport', open);
    await speaker.say(turnContext, 'handoff.noted', { caseId }, { leadsToPerson: true });
  }

  /** An unfreezing was not the customer's own; what became of its card was said. */
  async ofDisowning(turnContext: TurnContext, open: OpenQuestion | undefined): Promise<void> {
    await this.#says(turnContext, await this.#opens(turnContext, 'unfreezingDisowned', open));
  }

  async #says(turnContext: TurnContext, caseId: CaseId): Promise<void> {
    const when = await this.#awayUntil(turnContext);
    const { speaker } = this.#parts;
    if (when === undefined) await speaker.say(turnContext, 'agent', { caseId }, { leadsToPerson: true });
    else await speaker.say(turnContext, 'agent.later', { caseId, when });
  }

  async #awayUntil(turnContext: TurnContext): Promise<string | undefined> {
    const { agentHours, speaker, clock } = this.#parts;
    return agentHours?.waitsUntil(await speaker.language(turnContext), clock());
  }

  async #opens(
    turnContext: TurnContext,
    reason: HandoffReason,
    open: OpenQuestion | undefined,
  ): Promise<CaseId> {
    const packet = await this.#packet(turnContext, reason, open);
    const { work } = turnOf(turnContext);
    const caseId = await this.#parts.desk.open(packet, work);
    const spokenOf = await this.#properties.spokenOf.get(turnContext, null);
    const card = spokenOf?.card.card ?? null;
    const handoff = { userTerminal: userTerminal(turnContext), card, caseId, reason };
    await this.#parts.handoffNotes.note(handoff, work);
    await turnContext.sendActivity(initiation(turnContext, packet, caseId));
    return caseId;
  }

  async #packet(
    turnContext: TurnContext,
    reason: HandoffReason,
    open: OpenQuestion | undefined,
  ): Promise<HandoffPacket> {
    const { speaker, clock } = this.#parts;
    const spokenOf = await this.#properties.spokenOf.get(turnContext, null);
    const asked = itemAsked(open);
    const step = HandoffStep.safeParse(asked?.item ?? open?.id);
    const { channel, address } = userTerminal(turnContext);
    return {
      reason,
      conversation: address,
      channel,
      language: await speaker.language(turnContext),
      lastFour: spokenOf?.card.lastFour ?? null,
      freezeReasons: spokenOf?.reasons ?? [],
      step: step.success ? step.data : 'nothingBegun',
      attemptsLeft: asked?.authenticationRequest.attemptsLeft ?? null,
      at: instant(clock()),
      transcript: await this.#properties.transcript.get(turnContext, []),
    };
  }
}

/** The Bot Framework's handoff event, `handoff.initiate`, for an agent hub or a bank's own page that listens for it. */
function initiation(
  turnContext: TurnContext,
  { transcript, ...context }: HandoffPacket,
  caseId: CaseId,
): Partial<Activity> {
  const activities = transcript.map(({ from, text }) => ({
    type: ActivityTypes.Message,
    from: { id: from, name: from, role: from === 'bot' ? 'bot' : 'user' },
    text,
  }));
  const event = EventFactory.createHandoffInitiation(turnContext, { ...context, caseId }, {
    activities,
  } as Parameters<typeof EventFactory.createHandoffInitiation>[2]);
  return { ...event, channelData: { thawline: { messageId: 'handoff.initiate', caseId } } };
}
