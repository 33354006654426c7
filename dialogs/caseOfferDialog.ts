import type { CardStatusWish } from './interruptions/cardStatusWish.ts';
import type { Moving } from './interruptions/moving.ts';
import { type CardGiven, CardNumberQuestion } from './prompts/cardNumberQuestion.ts';
import { CaseOfferQuestion, type CaseOfferReply } from './prompts/caseOfferQuestion.ts';
import {
  ComponentDialog,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from './state/sdkDialogs.ts';
import type { Speaker } from './state/speaker.ts';

type Step = WaterfallStepContext<object>;
const steps = 'caseOffer.steps.1';

/** The result of the offer: the case to continue, if any. */
export type CaseOffered = { goesOnWith?: CardStatusWish };

/**
 * Continues a case that the customer began on another channel from the same telephone, once they have named its card.
 */
export class CaseOfferDialog extends ComponentDialog<object> {
  static readonly id = 'caseOfferDialog';
  readonly #moving: Moving;

  constructor(parts: { speaker: Speaker; moving: Moving }) {
    super(CaseOfferDialog.id);
    this.#moving = parts.moving;
    this.addDialog(
      new WaterfallDialog<object>(steps, [
        this.isOfferedToGoOn.bind(this),
        this.tellsTheCard.bind(this),
        this.goesOn.bind(this),
      ]),
    );
    this.addDialog(new CaseOfferQuestion(parts));
    this.addDialog(new CardNumberQuestion(parts));
    this.initialDialogId = steps;
  }

  async isOfferedToGoOn(step: Step): Promise<DialogTurnResult> {
    return step.beginDialog(CaseOfferQuestion.id);
  }

  async tellsTheCard(step: Step): Promise<DialogTurnResult> {
    const reply: CaseOfferReply = step.result;
    if (reply === 'goOn') return step.beginDialog(CardNumberQuestion.id, {});
    const offered: CaseOffered = reply === 'anew' ? { goesOnWith: {} } : {};
    return step.endDialog(offered);
  }

  async goesOn(step: Step): Promise<DialogTurnResult> {
    const given: CardGiven = step.result;
    const card = await this.#moving.takesByPhone(step.context, given);
    const offered: CaseOffered = card ? { goesOnWith: { card, returned: true } } : {};
    return step.endDialog(offered);
  }
}
