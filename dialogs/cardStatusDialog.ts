import {
  ComponentDialog,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { NamedCard } from '../services/contract/card.ts';
import type { CardStatusAnswer } from '../services/contract/cardStatusQuery.ts';
import { UnfreezeError } from '../services/contract/errors.ts';
import type { UnfreezeInstructions } from '../services/contract/unfreezeInstructions.ts';
import { needs } from './authenticationDialog.ts';
import type { ConversationProperties, SpokenOf } from './conversationState.ts';
import type { DialogParts } from './dialogParts.ts';
import { mainChoices } from './messages/mainChoices.ts';
import { reasonsInWords } from './messages/reasons.ts';
import { CardChoiceQuestion } from './prompts/cardChoiceQuestion.ts';
import { type CardNumberAsked, CardNumberQuestion } from './prompts/cardNumberQuestion.ts';
import { UnfreezeDialog, type Unfreezing } from './unfreezeDialog.ts';
import { userTerminal } from './userTerminal.ts';

/**
 * The card, or several, where the customer has named them already; or what was wrong with the number that was given.
 * `onlyHow`: the customer wants to know how to unfreeze it, not yet to do it.
 * One who `returned` has heard the status before: they are only asked whether to unfreeze the card. `byLink`: they want
 * to unfreeze it through a link to the secure form, and have said so at that question unless they `returned`.
 */
export type CardStatusWish = {
  card?: NamedCard;
  cards?: NamedCard[];
  onlyHow?: boolean;
  returned?: boolean;
  byLink?: boolean;
} & CardNumberAsked;

/** The result where the customer was told how to unfreeze and what to say next, so that nothing more is asked. */
export const howTold = 'howTold';

type Step = WaterfallStepContext<CardStatusWish>;
const steps = 'cardStatus.steps.2';

/** The customer asks about a card and hears whether it is frozen and how to unfreeze it (patent, steps 1 to 3). */
export class CardStatusDialog extends ComponentDialog<CardStatusWish> {
  static readonly id = 'cardStatus';
  readonly #parts: DialogParts;
  readonly #spokenOf: ConversationProperties['spokenOf'];

  constructor(parts: DialogParts, { spokenOf }: Pick<ConversationProperties, 'spokenOf'>) {
    super(CardStatusDialog.id);
    this.#parts = parts;
    this.#spokenOf = spokenOf;
    this.addDialog(
      new WaterfallDialog<CardStatusWish>(steps, [
        this.givesCardNumber.bind(this),
        this.hearsCardStatus.bind(this),
        this.hearsOutcome.bind(this),
      ]),
    );
    this.addDialog(new CardNumberQuestion(parts));
    this.addDialog(new CardChoiceQuestion(parts));
    this.addDialog(new UnfreezeDialog(parts));
    this.initialDialogId = steps;
  }

  async givesCardNumber(step: Step): Promise<DialogTurnResult> {
    const { card, cards, ...asked } = step.options;
    if (cards) return step.beginDialog(CardChoiceQuestion.id, { cards });
    return card ? step.next(card) : step.beginDialog(CardNumberQuestion.id, asked);
  }

  async hearsCardStatus(step: Step): Promise<DialogTurnResult> {
    const card: NamedCard = step.result;
    const { returned, byLink = false } = step.options;
    if (returned || byLink) {
      const unfreezing: Unfreezing = { ...card, byLink, saidYes: byLink && !returned };
      return step.beginDialog(UnfreezeDialog.id, unfreezing);
    }
    const answer = await this.#queryCardStatus(step, card);
    if (answer === undefined) return step.endDialog();
    await this.#spokenOf.set(step.context, spokenOf(card, answer));
    const { lastFour } = card;
    if (answer.status === 'noFrozenCard') {
      await this.#parts.speaker.say(step.context, 'cardStatus.noFrozenCard', { lastFour });
      return step.endDialog();
    }
    await this.#sayInstructions(step, card, answer.instructions);
    if (!answer.instructions.remote) return step.endDialog();
    if (!step.options.onlyHow) return step.beginDialog(UnfreezeDialog.id, card);
    await this.#parts.speaker.say(step.context, 'cardStatus.howTo', { lastFour }, { choices: mainChoices });
    return step.endDialog(howTold);
  }

  async hearsOutcome(step: Step): Promise<DialogTurnResult> {
    // Only words about what is still so are worth remembering.
    if (step.result === 'unfrozen') await this.#spokenOf.set(step.context, null);
    return step.endDialog(step.result);
  }

  async #queryCardStatus(step: Step, { card }: NamedCard): Promise<CardStatusAnswer | undefined> {
    try {
      const query = { card, userTerminal: userTerminal(step.context) };
      return await this.#parts.customerService.queryCardStatus(query);
    } catch (error) {
      if (!(error instanceof UnfreezeError) || error.code !== 'tooManyRequests') throw error;
      await this.#parts.speaker.say(step.context, 'cardStatus.tooMany');
      return undefined;
    }
  }

  async #sayInstructions(step: Step, { lastFour }: NamedCard, instructions: UnfreezeInstructions) {
    const { speaker } = this.#parts;
    if (!instructions.remote) {
      await speaker.say(step.context, needs[instructions.help], { lastFour });
      return;
    }
    const reasons = reasonsInWords(await speaker.language(step.context), instructions.reasons);
    await speaker.say(step.context, 'cardStatus.frozen', { lastFour, reasons });
    const [first, second] = instructions.demands;
    await speaker.say(step.context, `instructions.${second || !first ? 'both' : first}`);
  }
}

function spokenOf(card: NamedCard, answer: CardStatusAnswer): SpokenOf {
  if (answer.status === 'noFrozenCard') return { card, frozen: false, remote: false, reasons: [] };
  const { instructions } = answer;
  const reasons = instructions.remote ? instructions.reasons : [];
  return { card, frozen: true, remote: instructions.remote, reasons };
}
