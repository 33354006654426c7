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
import type { DialogParts } from './dialogParts.ts';
import { reasonsInWords } from './messages/reasons.ts';
import { type CardNumberAsked, CardNumberQuestion } from './prompts/cardNumberQuestion.ts';
import { UnfreezeDialog } from './unfreezeDialog.ts';
import { userTerminal } from './userTerminal.ts';

/**
 * The card, where the customer has named it already; or what was wrong with the number that was given. One who
 * `returned` has heard the status before: they are only asked whether to unfreeze the card.
 */
export type CardStatusWish = { card?: NamedCard; returned?: boolean } & CardNumberAsked;

type Step = WaterfallStepContext<CardStatusWish>;
const steps = 'cardStatus.steps.1';

/** The customer asks about a card and hears whether it is frozen and how to unfreeze it (patent, steps 1 to 3). */
export class CardStatusDialog extends ComponentDialog<CardStatusWish> {
  static readonly id = 'cardStatus';
  readonly #parts: DialogParts;

  constructor(parts: DialogParts) {
    super(CardStatusDialog.id);
    this.#parts = parts;
    this.addDialog(
      new WaterfallDialog<CardStatusWish>(steps, [
        this.givesCardNumber.bind(this),
        this.hearsCardStatus.bind(this),
        this.hearsOutcome.bind(this),
      ]),
    );
    this.addDialog(new CardNumberQuestion(parts));
    this.addDialog(new UnfreezeDialog(parts));
    this.initialDialogId = steps;
  }

  async givesCardNumber(step: Step): Promise<DialogTurnResult> {
    const { card, ...asked } = step.options;
    return card ? step.next(card) : step.beginDialog(CardNumberQuestion.id, asked);
  }

  async hearsCardStatus(step: Step): Promise<DialogTurnResult> {
    const card: NamedCard = step.result;
    if (step.options.returned) return step.beginDialog(UnfreezeDialog.id, card);
    const answer = await this.#queryCardStatus(step, card);
    if (answer === undefined) return step.endDialog();
    if (answer.status === 'noFrozenCard') {
      await this.#parts.speaker.say(step.context, 'cardStatus.noFrozenCard', { lastFour: card.lastFour });
      return step.endDialog();
    }
    await this.#sayInstructions(step, card, answer.instructions);
    return answer.instructions.remote ? step.beginDialog(UnfreezeDialog.id, card) : step.endDialog();
  }

  async hearsOutcome(step: Step): Promise<DialogTurnResult> {
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
