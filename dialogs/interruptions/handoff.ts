import type { TurnContext } from 'botbuilder';
import { instant } from '../../kit/time.ts';
import type { NamedCard } from '../../services/contract/card.ts';
import type { CaseId, HandoffReason } from '../../services/contract/handoff.ts';
import type { HandoffPacket } from '../../services/contract/handoffPacket.ts';
import type { ResultSaid } from '../messages/resultOf.ts';
import { whileWaiting } from '../messages/whileWaiting.ts';
import { itemAsked } from '../prompts/authenticationItemQuestion.ts';
import type { OpenQuestion } from '../prompts/question.ts';
import { stepOf } from '../prompts/stepOf.ts';
import type { ConversationProperties, LossReport } from '../state/conversationState.ts';
import type { DialogDependencies } from '../state/dialogDependencies.ts';
import type { WaitingForPerson } from '../state/persons.ts';
import { turnOf } from '../state/turn.ts';
import { isOnTelephone, phoneOf, userTerminal } from '../state/userTerminal.ts';
import { utteranceOf } from '../state/utterance.ts';
import { wantsCall } from '../understanding/callBackWords.ts';
import { cardsHeard } from '../understanding/heard.ts';
import type { Freezing, Tried } from './freezing.ts';
import { initiation } from './handoffEvent.ts';
import { asksWhichToFreeze, type Outcome, over } from './outcome.ts';
import type { StandingLock } from './standingLock.ts';

type Shared = 'speaker' | 'clock' | 'desk' | 'persons' | 'agentHours' | 'handoffNotes';
type HandoffDependencies = Pick<DialogDependencies, Shared> & {
  lock: Pick<StandingLock, 'triesLeft'>;
  freezing: Pick<Freezing, 'tries'>;
};
type Properties = Pick<ConversationProperties, 'spokenOf' | 'transcript' | 'lossReport' | 'withPerson'>;
/** `waits`: a person will answer in this conversation and reads what the customer writes from now on. */
export type HandoffResult = 'waits' | 'noted';

/** The most cards of one case, so that a customer who names numbers without end does not fill it. */
const mostCardsOfCase = 8;

/** Hands a conversation over to a human agent: a case at the desk, the Bot Framework's event, and words to the customer. */
export class Handoffs {
  readonly #parts: HandoffDependencies;
  readonly #properties: Properties;

  constructor(parts: HandoffDependencies, properties: Properties) {
    this.#parts = parts;
    this.#properties = properties;
  }

  /** The customer wants a person. */
  async toPerson(turnContext: TurnContext, open: OpenQuestion | undefined): Promise<HandoffResult> {
    const callBack = wantsCall(utteranceOf(turnContext.activity).words);
    const opened = await this.#opens(turnContext, 'askedForPerson', open, { callBack, staysHere: !callBack });
    if (!callBack) return this.#says(turnContext, opened);
    await this.callsBack(turnContext, opened.caseId);
    return 'noted';
  }

  /** The customer would like to be called, which is in the case. */
  async callsBack(turnContext: TurnContext, caseId: CaseId): Promise<void> {
    const result = await this.#result(turnContext, caseId);
    await this.#parts.speaker.say(turnContext, 'agent.callsBack', { caseId }, { result });
  }

  /** The customer was waited for long enough. */
  async afterSilence(turnContext: TurnContext, open: OpenQuestion | undefined): Promise<void> {
    await this.#parts.speaker.say(turnContext, 'silence.3');
    await this.#says(turnContext, await this.#opens(turnContext, 'silence', open, { staysHere: true }));
  }

  /**
   * The customer reports a loss, a theft or a fraud, or wants a card frozen: it is frozen first, where it can be. On a telephone
   * they are asked which card it is. The report stands from then on.
   */
  async ofReport(turnContext: TurnContext, open: OpenQuestion | undefined): Promise<Outcome> {
    const request = itemAsked(open)?.authenticationRequest.id;
    const tried = await this.#parts.freezing.tries(turnContext, request);
    if (tried && tried.frozen.length > 0) await this.tellsOfFreezing(turnContext, tried, open);
    else if (tried || phoneOf(turnContext) === undefined) await this.ofReportNotFrozen(turnContext, open);
    else {
      await this.reportStands(turnContext, open);
      return asksWhichToFreeze;
    }
    return over;
  }

  /** Says which cards are frozen now, and puts them into the case of the report. */
  async tellsOfFreezing(turnContext: TurnContext, tried: Tried, open?: OpenQuestion): Promise<void> {
    const { speaker } = this.#parts;
    const { frozen } = tried;
    if (frozen.length === 0) return this.#tellsOfNone(turnContext);
    for (const { card, isDone } of frozen) {
      const { lastFour } = card;
      await speaker.say(turnContext, isDone ? 'freezing.frozen' : 'freezing.freezing', { lastFour });
    }
    const { caseId } = await this.reportStands(turnContext, open);
    const result = await this.#result(turnContext, caseId);
    await speaker.say(turnContext, 'freezing.noted', { caseId }, { leadsToPerson: true, result });
  }

  /** A card that was named and could not be frozen from here is in the case at least. */
  async #tellsOfNone(turnContext: TurnContext): Promise<void> {
    const named = cardsHeard(turnContext.activity);
    if (named.length === 0) return this.ofReportNotFrozen(turnContext);
    const { speaker } = this.#parts;
    const { caseId } = await this.reportStands(turnContext);
    for (const { lastFour } of named)
      await speaker.say(turnContext, 'report.cardNamed', { lastFour, caseId });
    await speaker.say(turnContext, 'freezing.notHere', {}, { leadsToPerson: true });
  }

  /** Hands over a report after which nothing was frozen. What the customer can do now is said first. */
  async ofReportNotFrozen(turnContext: TurnContext, open?: OpenQuestion): Promise<void> {
    const { speaker } = this.#parts;
    const away = await this.#awayUntil(turnContext);
    // Outside hours the bank's own number is not attended; the one on the card is.
    const facts =
      away === undefined ? {} : { agent: speaker.agentByCard(await speaker.language(turnContext)) };
    await speaker.say(turnContext, 'freezeOrReport', facts);
    const opened = await this.#reports(turnContext, open, true);
    if (opened.place !== undefined) return void (await this.#says(turnContext, opened));
    const { caseId } = opened;
    const result = await this.#result(turnContext, caseId);
    await speaker.say(turnContext, 'handoff.noted', { caseId }, { leadsToPerson: true, result });
  }

  /** Puts into the case of the report what is new: a card that the message names. */
  async reportStands(turnContext: TurnContext, open?: OpenQuestion): Promise<LossReport> {
    const { caseId, cards } = await this.#reports(turnContext, open, false);
    return { caseId, cards };
  }

  async #reports(
    turnContext: TurnContext,
    open: OpenQuestion | undefined,
    staysHere: boolean,
  ): Promise<LossReport & WaitingForPerson> {
    const { caseId, place } = await this.#opens(turnContext, 'freezeOrReport', open, { staysHere });
    const cards = await this.#cards(turnContext);
    await this.#properties.lossReport.set(turnContext, { caseId, cards });
    return { caseId, cards, place };
  }

  /** The card that was reported was found: the case has that too, and stays open for the staff to close. */
  async reportEnds(turnContext: TurnContext): Promise<LossReport> {
    const { caseId } = await this.#opens(turnContext, 'freezeOrReport', undefined, { cardFound: true });
    const cards = await this.#cards(turnContext);
    await this.#properties.lossReport.set(turnContext, null);
    return { caseId, cards };
  }

  /**
   * An unfreezing was not the customer's own; what became of its card was said. `reports`: a loss or a theft was told of
   * with it, and stands.
   */
  async ofDisowning(
    turnContext: TurnContext,
    open: OpenQuestion | undefined,
    { reports = false } = {},
  ): Promise<void> {
    const opened = await this.#opens(turnContext, 'unfreezingDisowned', open, { staysHere: true });
    if (reports) {
      const cards = await this.#cards(turnContext);
      await this.#properties.lossReport.set(turnContext, { caseId: opened.caseId, cards });
    }
    await this.#says(turnContext, opened);
  }

  /** Whether an agent has asked for what the bot does: then the bot asks nothing more after it. */
  async goesOn(turnContext: TurnContext): Promise<boolean> {
    return (await this.#properties.withPerson.get(turnContext, null))?.authenticates !== undefined;
  }

  /**
   * Lets the customer wait in the conversation, and says their place. An agent who has the case already reads on there.
   */
  async #waits(turnContext: TurnContext, { caseId, place = 0 }: WaitingForPerson): Promise<HandoffResult> {
    const { speaker, agentHours } = this.#parts;
    const standing = place === 0 ? 'here' : 'waits';
    const before = await this.#properties.withPerson.get(turnContext, null);
    const { authenticates } = before ?? {};
    await this.#properties.withPerson.set(turnContext, {
      ...{ caseId, standing },
      ...(authenticates && { authenticates }),
    });
    if (standing === 'here') {
      const leads = isOnTelephone(turnContext) ? { leadsToPerson: true, ofCase: caseId } : {};
      await speaker.say(turnContext, 'person.has', { caseId }, leads);
      return 'waits';
    }
    const hours = agentHours?.inWords(await speaker.language(turnContext));
    if (hours !== undefined) await speaker.say(turnContext, 'person.hours', { hours });
    const waits = { choices: whileWaiting, waitsForPerson: true };
    await speaker.say(turnContext, 'person.queued', { caseId, place }, waits);
    return 'waits';
  }

  async #says(turnContext: TurnContext, opened: WaitingForPerson): Promise<HandoffResult> {
    if (opened.place !== undefined) return this.#waits(turnContext, opened);
    const { caseId } = opened;
    const when = await this.#awayUntil(turnContext);
    const { speaker } = this.#parts;
    const result = await this.#result(turnContext, caseId);
    if (when === undefined)
      await speaker.say(turnContext, 'agent', { caseId }, { leadsToPerson: true, result });
    else await speaker.say(turnContext, 'agent.later', { caseId, when }, { result, nobodyThere: true });
    return 'noted';
  }

  async #result(turnContext: TurnContext, caseId: CaseId): Promise<ResultSaid> {
    const { agentHours, speaker } = this.#parts;
    const hours = agentHours?.inWords(await speaker.language(turnContext));
    return { kind: 'handedOver', caseId, hours };
  }

  async #awayUntil(turnContext: TurnContext): Promise<string | undefined> {
    const { agentHours, speaker, clock } = this.#parts;
    return agentHours?.waitsUntil(await speaker.language(turnContext), clock());
  }

  async #opens(
    turnContext: TurnContext,
    reason: HandoffReason,
    open: OpenQuestion | undefined,
    { cardFound = false, callBack = false, staysHere = false } = {},
  ): Promise<WaitingForPerson> {
    const packet = { ...(await this.#packet(turnContext, reason, open)), cardFound, callBack };
    const { work } = turnOf(turnContext);
    const terminal = userTerminal(turnContext);
    const from = terminal.network ?? terminal.address;
    const opened = await this.#queues(turnContext, packet, from, staysHere);
    const { caseId } = opened;
    const card = packet.cards.at(-1)?.card ?? null;
    const handoff = { userTerminal: terminal, card, caseId, reason };
    await this.#parts.handoffNotes.note(handoff, work);
    await turnContext.sendActivity(initiation(turnContext, packet, caseId));
    return opened;
  }

  async #queues(
    turnContext: TurnContext,
    packet: HandoffPacket,
    from: string,
    staysHere: boolean,
  ): Promise<WaitingForPerson> {
    const { desk, persons } = this.#parts;
    const { work, phone } = turnOf(turnContext);
    if (!persons || !staysHere) return { caseId: await desk.open(packet, work, from), place: undefined };
    const isHour = (await this.#awayUntil(turnContext)) === undefined;
    return persons.opens(packet, { activity: turnContext.activity, phone, from, isHour, work });
  }

  async #packet(
    turnContext: TurnContext,
    reason: HandoffReason,
    open: OpenQuestion | undefined,
  ): Promise<Omit<HandoffPacket, 'cardFound' | 'callBack'>> {
    const { speaker, clock, lock } = this.#parts;
    const spokenOf = await this.#properties.spokenOf.get(turnContext, null);
    const cards = await this.#cards(turnContext);
    const newest = cards.at(-1);
    const asked = itemAsked(open);
    const { channel, address } = userTerminal(turnContext);
    const report = await this.#properties.lossReport.get(turnContext, null);
    return {
      // A report is not hidden by what is wanted after it.
      reason: report && reason !== 'unfreezingDisowned' ? 'freezeOrReport' : reason,
      conversation: address,
      channel,
      language: await speaker.language(turnContext),
      lastFour: newest?.lastFour ?? null,
      cards,
      freezeReasons: spokenOf && spokenOf.card.card === newest?.card ? spokenOf.reasons : [],
      step: stepOf(open),
      attemptsLeft: await lock.triesLeft(turnContext, asked),
      optedOut: turnOf(turnContext).optedOut === true,
      at: instant(clock()),
      transcript: await this.#properties.transcript.get(turnContext, []),
    };
  }

  /** Every card that the case is about, each once: those of the report, the one spoken of, those that the message names. */
  async #cards(turnContext: TurnContext): Promise<NamedCard[]> {
    const { lossReport, spokenOf } = this.#properties;
    const reported = (await lossReport.get(turnContext, null))?.cards ?? [];
    const spoken = await spokenOf.get(turnContext, null);
    const named = cardsHeard(turnContext.activity);
    const all = [...reported, ...(spoken ? [spoken.card] : []), ...named];
    const isNewest = ({ card }: NamedCard, place: number) =>
      all.findLastIndex((one) => one.card === card) === place;
    return all.filter(isNewest).slice(-mostCardsOfCase);
  }
}
