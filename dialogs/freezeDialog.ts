import { howTold } from './cardStatusDialog.ts';
import type { Freezing } from './interruptions/freezing.ts';
import type { Handoffs } from './interruptions/handoff.ts';
import type { CardGiven } from './prompts/cardNumberQuestion.ts';
import { type FreezeAsked, FreezeQuestion } from './prompts/freezeQuestion.ts';
import {
  ComponentDialog,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from './state/sdkDialogs.ts';
import type { Speaker } from './state/speaker.ts';

type FreezeDialogDependencies = { speaker: Speaker; freezing: Freezing; handoff: Handoffs };
type Step = WaterfallStepContext<FreezeAsked>;
const steps = 'freeze.steps.1';

/**
 * A customer on a telephone has reported a card or wants it frozen, and names it here. The report has been noted
 * already.
 */
export class FreezeDialog extends ComponentDialog<FreezeAsked> {
  static readonly id = 'freeze';
  readonly #parts: FreezeDialogDependencies;

  constructor(parts: FreezeDialogDependencies) {
    super(FreezeDialog.id);
    this.#parts = parts;
    this.addDialog(
      new WaterfallDialog<FreezeAsked>(steps, [this.namesCard.bind(this), this.hearsWhatCameOfIt.bind(this)]),
    );
    this.addDialog(new FreezeQuestion(parts));
    this.initialDialogId = steps;
  }

  async namesCard(step: Step): Promise<DialogTurnResult> {
    return step.beginDialog(FreezeQuestion.id, step.options);
  }

  async hearsWhatCameOfIt(step: Step): Promise<DialogTurnResult> {
    const { freezing, handoff } = this.#parts;
    const given: CardGiven | { none: true } = step.result;
    if ('none' in given) {
      await handoff.ofReportNotFrozen(step.context);
      return step.endDialog(howTold);
    }
    const tried = await freezing.triesGiven(step.context, given);
    if (tried.outcome === 'several') return step.replaceDialog(steps, { several: true });
    await handoff.tellsOfFreezing(step.context, tried);
    return step.endDialog(howTold);
  }
}
