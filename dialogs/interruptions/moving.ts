import type { TurnContext } from 'botbuilder';
import type { Language } from '../../kit/language.ts';
import { type Clock, type Instant, instant, later, minutes } from '../../kit/time.ts';
import type { LastFour, NamedCard } from '../../services/contract/card.ts';
import { channelName } from '../../services/contract/channelName.ts';
import type { Channel } from '../../services/contract/channels.ts';
import type { MessageId } from '../../words/conversation.ts';
import { wait } from '../messages/duration.ts';
import { type CaseBook, type ConversationPlace, casePlaceOf, type Taken } from '../state/caseBook.ts';
import type { ConversationProperties } from '../state/conversationState.ts';
import type { Speaker } from '../state/speaker.ts';
import { utteranceOf } from '../state/utterance.ts';
import { writtenLanguage } from '../understanding/spokenLanguage.ts';
import type { StandingReport } from './standingReport.ts';

type MovingDependencies = {
  speaker: Speaker;
  cases: CaseBook;
  clock: Clock;
  report: Pick<StandingReport, 'stands' | 'refuses'>;
};
type Properties = Pick<ConversationProperties, 'openCase' | 'offeredAt' | 'spokenOf' | 'language'>;

/** How a case is taken over: the sentence where that fails, and whether somebody else may have begun it. */
type Way = { refusal: 'moving.codeRefused' | 'moving.otherCard'; warns: boolean };
const byCode: Way = { refusal: 'moving.codeRefused', warns: true };
const byPhone: Way = { refusal: 'moving.otherCard', warns: false };

/** The choices after a case has moved elsewhere. */
const afterMoving: readonly MessageId[] = ['choice.notMe', 'choice.cardStatus', 'choice.agent'];

/** The time within which a conversation is offered a case that is open elsewhere at most once. */
const offeredEvery = 30 * minutes;

/** Lets cases move between conversations: stores the case of this one, and takes over that of another. */
export class Moving {
  readonly #parts: MovingDependencies;
  readonly #properties: Properties;

  constructor(parts: MovingDependencies, properties: Properties) {
    this.#parts = parts;
    this.#properties = properties;
  }

  /** Starts a case: the customer has heard that the card can be unfrozen here. */
  async begins(turnContext: TurnContext, card: NamedCard): Promise<void> {
    const { speaker, cases } = this.#parts;
    const language = await speaker.language(turnContext);
    await cases.note(casePlaceOf(turnContext), { card, language });
    const before = await this.#properties.openCase.get(turnContext, null);
    const goesOn = before?.card === card.card ? before : { card: card.card };
    await this.#properties.openCase.set(turnContext, goesOn);
  }

  /** The authentication request of another user terminal. The next request here ends it. */
  async supersedes(turnContext: TurnContext): Promise<{ supersedes?: string }> {
    const { supersedes } = (await this.#properties.openCase.get(turnContext, null)) ?? {};
    return supersedes === undefined ? {} : { supersedes };
  }

  async requested(turnContext: TurnContext, authenticationRequest: string): Promise<void> {
    await this.#parts.cases.noteRequest(casePlaceOf(turnContext), authenticationRequest);
    const open = await this.#properties.openCase.get(turnContext, null);
    if (open) await this.#properties.openCase.set(turnContext, { card: open.card });
  }

  /** Ends the case of this conversation: nothing is open in it any more. */
  async ends(turnContext: TurnContext): Promise<void> {
    if (!(await this.isOpen(turnContext))) return;
    await this.#properties.openCase.set(turnContext, null);
    await this.#parts.cases.close(casePlaceOf(turnContext));
  }

  async isOpen(turnContext: TurnContext): Promise<boolean> {
    return (await this.#properties.openCase.get(turnContext, null)) !== null;
  }

  /** Whether the case of a conversation has moved to another. */
  hasMoved(conversation: ConversationPlace): Promise<boolean> {
    return this.#parts.cases.hasMoved(conversation);
  }

  /** Says that the case goes on elsewhere, where it does, and forgets it here. */
  async hasMovedAway(turnContext: TurnContext): Promise<boolean> {
    if (!(await this.isOpen(turnContext)) || !(await this.hasMoved(casePlaceOf(turnContext)))) return false;
    await this.#properties.openCase.set(turnContext, null);
    // A report of it that follows names the card; nothing of it is gone on with here.
    const spokenOf = await this.#properties.spokenOf.get(turnContext, null);
    await this.#properties.spokenOf.set(turnContext, spokenOf && { ...spokenOf, remote: false });
    await this.#parts.speaker.say(turnContext, 'moving.movedAway', {}, { choices: afterMoving });
    return true;
  }

  /** Tells a code. It is in no state: who wants it again gets it from the case. */
  async givesCode(turnContext: TurnContext): Promise<void> {
    const { speaker, cases } = this.#parts;
    const code = await cases.code(casePlaceOf(turnContext));
    if (code === undefined) return speaker.say(turnContext, 'moving.noMoreCodes');
    return speaker.say(turnContext, 'moving.code', { code }, { rememberedAs: 'moving.codeNotKept' });
  }

  /** @returns the card of the case that is here now; where it is not, the customer has heard so */
  async takesByCode(turnContext: TurnContext, codeName: string): Promise<NamedCard | undefined> {
    if (await this.#parts.report.refuses(turnContext)) return undefined;
    const taken = this.#parts.cases.takeByCode(casePlaceOf(turnContext), codeName);
    return this.#goesOn(turnContext, taken, byCode);
  }

  /** @param given what of the card the customer knows, who comes from the telephone of the case */
  takesByPhone(
    turnContext: TurnContext,
    given: { card?: string; lastFour: LastFour },
  ): Promise<NamedCard | undefined> {
    const taken = this.#parts.cases.takeByPhone(casePlaceOf(turnContext), given);
    return this.#goesOn(turnContext, taken, byPhone);
  }

  /** Whether to offer a case that the same telephone has begun on another channel. */
  async canBeOffered(turnContext: TurnContext): Promise<boolean> {
    const place = casePlaceOf(turnContext);
    if (place.phone === undefined || (await this.#parts.report.stands(turnContext))) return false;
    const { clock, cases } = this.#parts;
    const offeredAt = await this.#properties.offeredAt.get(turnContext, null);
    if (offeredAt !== null && offeredAt > instant(later(clock(), -offeredEvery))) return false;
    const language = await cases.languageByPhone(place);
    if (language === undefined) return false;
    await this.#speaks(turnContext, language);
    await this.#properties.offeredAt.set(turnContext, instant(clock()));
    return true;
  }

  /** Takes the language of the case, where none was chosen or plainly written here. */
  async #speaks(turnContext: TurnContext, language: Language): Promise<void> {
    const chosenHere: Language | undefined = await this.#properties.language.get(turnContext);
    const { words } = utteranceOf(turnContext.activity);
    if (chosenHere !== undefined || writtenLanguage(words)?.certain) return;
    await this.#properties.language.set(turnContext, language);
  }

  async #goesOn(turnContext: TurnContext, taking: Promise<Taken>, how: Way): Promise<NamedCard | undefined> {
    const taken = await taking;
    const { speaker } = this.#parts;
    if (taken.outcome !== 'taken') {
      await speaker.say(turnContext, taken.outcome === 'tooMany' ? 'moving.tooMany' : how.refusal);
      return undefined;
    }
    const { card, supersedes, language, begun } = taken;
    await this.#speaks(turnContext, language);
    const open = { card: card.card, ...(supersedes !== undefined && { supersedes }) };
    await this.#properties.openCase.set(turnContext, open);
    await this.#properties.spokenOf.set(turnContext, { card, frozen: true, remote: true, reasons: [] });
    if (how.warns && begun) await this.#warns(turnContext, card, begun);
    else await speaker.say(turnContext, 'moving.goesOn');
    return card;
  }

  /** Warns before anything is asked: a customer who got the code from somebody else would finish that person's case. */
  async #warns(
    turnContext: TurnContext,
    { lastFour }: NamedCard,
    { at, on }: { at: Instant; on: Channel },
  ): Promise<void> {
    const { speaker, clock } = this.#parts;
    const language = await speaker.language(turnContext);
    const ago = wait(language, new Date(at), clock());
    const channel = channelName(language, on);
    await speaker.say(turnContext, 'moving.goesOnByCode', { ago, channel, lastFour });
  }
}
