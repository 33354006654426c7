import { UnfreezeError } from '../kit/errors.ts';
import type { NamedCard } from '../services/contract/card.ts';
import type { CardSearchAnswer } from '../services/contract/cardSearch.ts';
import type { UnfreezeInstructions } from '../services/contract/unfreezeInstructions.ts';
import { type Matched, noConsent, type Unfrozen } from './authenticationDialog.ts';
import type { CardStatusWish } from './interruptions/cardStatusWish.ts';
import type { Closing } from './interruptions/closing.ts';
import type { Handoffs } from './interruptions/handoff.ts';
import type { Moving } from './interruptions/moving.ts';
import type { StandingBehalf } from './interruptions/standingBehalf.ts';
import type { StandingLock } from './interruptions/standingLock.ts';
import type { StandingReport } from './interruptions/standingReport.ts';
import { instructionsFor } from './messages/instructionsFor.ts';
import { mainChoices } from './messages/mainChoices.ts';
import { reasonsInWords } from './messages/reasons.ts';
import { CardChoiceQuestion } from './prompts/cardChoiceQuestion.ts';
import { type CardGiven, CardNumberQuestion } from './prompts/cardNumberQuestion.ts';
import { OtherCardsQuestion } from './prompts/otherCardsQuestion.ts';
import { requestStanding } from './prompts/requestStanding.ts';
import type { ConversationProperties, SpokenOf } from './state/conversationState.ts';
import type { DialogDependencies } from './state/dialogDependencies.ts';
import {
  ComponentDialog,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from './state/sdkDialogs.ts';
import { telephoneOf, userTerminal } from './state/userTerminal.ts';
import { UnfreezeDialog, type UnfreezeDialogOptions } from './unfreezeDialog.ts';
import { saysWhoHelps } from './whoHelps.ts';

/** The result where the customer was told what to say next. Nothing more is asked. */
export const howTold = 'howTold';

/** What has come of it: a card unfrozen, another one not wanted after that, or a status that leaves nothing to do. */
export type CardCame = Partial<Unfrozen> & { another?: NamedCard | null; isAnswered?: true };

/** Whether the customer has got what there is. */
export function isDone({ unfrozen, another, isAnswered }: CardCame): boolean {
  return unfrozen !== undefined || another === null || isAnswered === true;
}

type CardStatusDialogDependencies = DialogDependencies & {
  moving: Moving;
  report: Pick<StandingReport, 'takes'>;
  behalf: Pick<StandingBehalf, 'takes'>;
  lock: StandingLock;
  handoff: Pick<Handoffs, 'toPerson'>;
  closing: Pick<Closing, 'hasAnswered' | 'hasUnfrozen'>;
};
type Step = WaterfallStepContext<CardStatusWish>;
const steps = 'cardStatus.steps.3';

/** The customer asks about a card and hears whether it is frozen and how to unfreeze it (patent, steps 1 to 3). */
export class CardStatusDialog extends ComponentDialog<CardStatusWish> {
  static readonly id = 'cardStatus';
  readonly #parts: CardStatusDialogDependencies;
  readonly #spokenOf: ConversationProperties['spokenOf'];
  readonly #proven: ConversationProperties['proven'];
  readonly #withPerson: ConversationProperties['withPerson'];

  constructor(
    parts: CardStatusDialogDependencies,
    { spokenOf, proven, withPerson }: Pick<ConversationProperties, 'spokenOf' | 'proven' | 'withPerson'>,
  ) {
    super(CardStatusDialog.id);
    this.#parts = parts;
    this.#spokenOf = spokenOf;
    this.#proven = proven;
    this.#withPerson = withPerson;
    this.addDialog(
      new WaterfallDialog<CardStatusWish>(steps, [
        this.givesCardNumber.bind(this),
        this.hearsCardStatus.bind(this),
        this.hearsOutcome.bind(this),
        this.goesOnWithAnother.bind(this),
      ]),
    );
    this.addDialog(new CardNumberQuestion(parts));
    this.addDialog(new CardChoiceQuestion(parts));
    this.addDialog(new OtherCardsQuestion(parts));
    this.addDialog(new UnfreezeDialog(parts, { proven }));
    this.initialDialogId = steps;
  }

  /** Whatever leads to unfreezing comes by here, and no further while a report of a loss stands or the card is somebody else's. */
  async givesCardNumber(step: Step): Promise<DialogTurnResult> {
    const { report, behalf } = this.#parts;
    if ((await report.takes(step.context)) || (await behalf.takes(step.context)))
      return step.endDialog(howTold);
    const { card, cards, others, ...asked } = step.options;
    if (cards && others) return step.beginDialog(OtherCardsQuestion.id, { cards });
    if (cards) return step.beginDialog(CardChoiceQuestion.id, { cards });
    return card ? step.next(card) : step.beginDialog(CardNumberQuestion.id, asked);
  }

  async hearsCardStatus(step: Step): Promise<DialogTurnResult> {
    if (step.options.others) return this.goesOnWithAnother(step);
    const given: CardGiven = step.result;
    const { returned, byLink = false, card: named } = step.options;
    if (named && (returned || byLink)) {
      if (!byLink && (await this.#parts.lock.tells(step.context, named))) return step.endDialog(howTold);
      const starts = await this.#starts(step);
      const unfreezing: UnfreezeDialogOptions = { ...named, byLink, saidYes: byLink && !returned, ...starts };
      return step.beginDialog(UnfreezeDialog.id, unfreezing);
    }
    const { lastFour } = given;
    const answer = await this.#within(step, () => this.#asks(step, given));
    if (answer === undefined) return step.endDialog();
    if (answer.status === 'severalFrozen') return step.replaceDialog(steps, { several: true });
    if (answer.status === 'noFrozenCard') return this.#hearsOfNone(step, given);
    const card = { card: answer.card, lastFour };
    await this.#spokenOf.set(step.context, spokenOf(card, answer.instructions));
    // A link to the registered phone has tries of its own.
    const isLocked = answer.instructions.remote && (await this.#parts.lock.tells(step.context, card));
    if (isLocked) return step.endDialog(howTold);
    const { another = false } = step.options;
    await this.#sayInstructions(step, card, { ...answer, another });
    if (!answer.instructions.remote) return step.endDialog();
    if (!step.options.onlyHow)
      return step.beginDialog(UnfreezeDialog.id, { ...card, ...(await this.#starts(step)) });
    await this.#parts.speaker.say(step.context, 'cardStatus.howTo', { lastFour }, { choices: mainChoices });
    return step.endDialog(howTold);
  }

  async hearsOutcome(step: Step): Promise<DialogTurnResult> {
    const { unfrozen, request, others, matched }: Partial<Unfrozen & Matched> = step.result ?? {};
    const talk = matched === undefined ? null : await this.#withPerson.get(step.context, null);
    if (talk && matched !== undefined) await this.#withPerson.set(step.context, { ...talk, matched });
    if (request !== undefined) await this.#proven.set(step.context, request);
    if (unfrozen) await this.#parts.closing.hasUnfrozen(step.context);
    const spoken = unfrozen && (await this.#spokenOf.get(step.context, null));
    // Why it was frozen is worth remembering: now the customer may know.
    if (spoken)
      await this.#spokenOf.set(step.context, { ...spoken, frozen: false, remote: false, reasons: unfrozen });
    const cards = others && request !== undefined ? await this.#othersOf(request) : [];
    if (cards.length > 0) return step.beginDialog(OtherCardsQuestion.id, { cards });
    // A person has the case by now.
    return step.endDialog(step.result === noConsent ? howTold : step.result);
  }

  /**
   * Goes on with another card of the customer, from its status. The bank's side says whether what was shown counts for
   * it.
   */
  async goesOnWithAnother(step: Step): Promise<DialogTurnResult> {
    const another: NamedCard | null | undefined = step.result?.another;
    return another
      ? step.replaceDialog(steps, { card: another, another: true })
      : step.endDialog(step.result);
  }

  /** An agent who has asked for the authentication starts the unfreezing. The last item alone does not. */
  async #starts({ context }: Step): Promise<Pick<UnfreezeDialogOptions, 'startedBy'>> {
    const talk = await this.#withPerson.get(context, null);
    return talk?.authenticates ? { startedBy: 'agent' } : {};
  }

  /** The customer's other frozen cards. Where they cannot be read now, nothing is lost. */
  async #othersOf(request: string): Promise<NamedCard[]> {
    try {
      return (await requestStanding(this.#parts.processor, request)).others ?? [];
    } catch (error) {
      if (error instanceof UnfreezeError) return [];
      throw error;
    }
  }

  async #hearsOfNone(step: Step, given: CardGiven): Promise<DialogTurnResult> {
    const { lastFour } = given;
    const byNumber = given.card !== undefined;
    const none = byNumber ? { card: given, frozen: false, remote: false, reasons: [] } : null;
    await this.#spokenOf.set(step.context, none);
    const id = byNumber ? 'cardStatus.noFrozenCard' : 'cardStatus.noFrozenCardByPhone';
    await this.#parts.speaker.say(step.context, id, { lastFour });
    await this.#parts.closing.hasAnswered(step.context, 'noFrozenCard');
    return step.endDialog({ isAnswered: true } satisfies CardCame);
  }

  /** Asks for the card's status, by its number or by the telephone and its last four digits. */
  async #asks({ context }: Step, { card, lastFour }: CardGiven): Promise<CardSearchAnswer> {
    const { customerService } = this.#parts;
    if (card !== undefined) {
      const answer = await customerService.queryCardStatus({ card, userTerminal: userTerminal(context) });
      return answer.status === 'frozen' ? { ...answer, card } : answer;
    }
    const from = telephoneOf(context);
    return from ? customerService.searchCard({ ...from, lastFour }) : { status: 'noFrozenCard' };
  }

  /** What is asked, or nothing where too much was asked lately, which the customer hears then. */
  async #within<Answer>(step: Step, ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof UnfreezeError) || error.code !== 'tooManyRequests') throw error;
      await this.#parts.speaker.say(step.context, 'cardStatus.tooMany');
      return undefined;
    }
  }

  /** What will be asked for is not said of one card more: perhaps nothing is. */
  async #sayInstructions(
    step: Step,
    { lastFour }: NamedCard,
    { instructions, another }: { instructions: UnfreezeInstructions; another: boolean },
  ) {
    const { speaker } = this.#parts;
    if (!instructions.remote) {
      await saysWhoHelps(this.#parts, step.context, { lastFour, ...instructions });
      return;
    }
    const { sentences } = speaker;
    const language = await speaker.language(step.context);
    if (instructions.reasons.length === 0) {
      await speaker.say(step.context, 'cardStatus.frozen', { lastFour });
    } else {
      const reasons = reasonsInWords(sentences, language, instructions.reasons);
      await speaker.say(step.context, 'cardStatus.frozenBecause', { lastFour, reasons });
    }
    if (another) return;
    const { id, facts } = instructionsFor(sentences, language, instructions);
    await speaker.say(step.context, id, facts);
  }
}

function spokenOf(card: NamedCard, instructions: UnfreezeInstructions): SpokenOf {
  const reasons = instructions.remote ? instructions.reasons : [];
  return { card, frozen: true, remote: instructions.remote, reasons };
}
