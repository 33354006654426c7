import type { NamedCard } from '../services/contract/card.ts';
import { type CardCame, CardStatusDialog, howTold, isDone } from './cardStatusDialog.ts';
import { CaseOfferDialog, type CaseOffered } from './caseOfferDialog.ts';
import { FreezeDialog } from './freezeDialog.ts';
import { outcomeOf } from './interruptions/index.ts';
import type { ListenedTurn, Means } from './interruptions/listener.ts';
import { meansOf } from './interruptions/means.ts';
import type { Moving } from './interruptions/moving.ts';
import type { Beginning, Outcome } from './interruptions/outcome.ts';
import { LeaveQuestion } from './prompts/leaveQuestion.ts';
import { openQuestion } from './prompts/question.ts';
import { ReportQuestion } from './prompts/reportQuestion.ts';
import type { ConversationProperties } from './state/conversationState.ts';
import type { DialogDependencies } from './state/dialogDependencies.ts';
import { followsLanguage } from './state/languageHabit.ts';
import { takesByPlace } from './state/placeTaken.ts';
import {
  ComponentDialog,
  Dialog,
  type DialogContext,
  type DialogTurnResult,
  DialogTurnStatus,
  WaterfallDialog,
  type WaterfallStepContext,
} from './state/sdkDialogs.ts';
import { utteranceOf } from './state/utterance.ts';

/** The beginning of a conversation: with a case that was begun elsewhere, or with the card from before a long pause. */
export type ConversationStart = { begins?: Beginning; left?: NamedCard };

type Step = WaterfallStepContext<Beginning>;
const steps = 'main.steps.2';

/** The whole conversation. Each turn goes to the first listener that takes it, otherwise to the open question. */
export class MainDialog extends ComponentDialog<ConversationStart> {
  static readonly id = 'main';
  readonly moving: Moving;
  readonly #means: Means;

  constructor(parts: DialogDependencies, properties: ConversationProperties) {
    super(MainDialog.id);
    this.#means = meansOf(parts, properties);
    const { moving, report, behalf, lock, handoff, closing } = this.#means;
    this.moving = moving;
    this.addDialog(
      new WaterfallDialog<Beginning>(steps, [this.goesAboutIt.bind(this), this.isAskedWhatElse.bind(this)]),
    );
    this.addDialog(
      new CardStatusDialog({ ...parts, moving, report, behalf, lock, handoff, closing }, properties),
    );
    const others = [new CaseOfferDialog(this.#means), new FreezeDialog(this.#means)];
    for (const one of [...others, new LeaveQuestion(parts), new ReportQuestion(parts)]) this.addDialog(one);
    this.initialDialogId = steps;
  }

  async goesAboutIt(step: Step): Promise<DialogTurnResult> {
    const { wish, freezes } = step.options;
    if (wish) return step.beginDialog(CardStatusDialog.id, wish);
    return step.beginDialog(freezes ? FreezeDialog.id : CaseOfferDialog.id);
  }

  async isAskedWhatElse(step: Step): Promise<DialogTurnResult> {
    if (step.result === howTold || (await this.#means.handoff.goesOn(step.context))) return step.endDialog();
    const { goesOnWith, ...came }: CaseOffered & CardCame = step.result ?? {};
    if (goesOnWith) return step.replaceDialog(steps, { wish: goesOnWith });
    await this.#means.closing.ends(step.context, isDone(came));
    return step.endDialog();
  }

  protected override async onBeginDialog(
    dialogContext: DialogContext,
    arrival?: ConversationStart,
  ): Promise<DialogTurnResult> {
    if (arrival?.begins) return this.#begins(dialogContext, arrival.begins);
    return this.#hears(dialogContext, arrival?.left);
  }

  protected override async onContinueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    return this.#hears(dialogContext);
  }

  async #hears(dialogContext: DialogContext, left?: NamedCard): Promise<DialogTurnResult> {
    const { context } = dialogContext;
    await takesByPlace(context, this.#means);
    await followsLanguage(context, this.#means);
    const movedAway = await this.moving.hasMovedAway(context);
    // A case that goes on elsewhere leaves no question open here.
    const open = movedAway ? undefined : openQuestion(dialogContext);
    const said = utteranceOf(context.activity, this.#means.speaker.sentences);
    const turn: ListenedTurn = { context, said, open, left, movedAway };
    const result = await this.#follows(dialogContext, await outcomeOf(turn, this.#means));
    // When no dialog waits any more, no case is open.
    if (result.status !== DialogTurnStatus.waiting) await this.moving.ends(context);
    return result;
  }

  async #follows(dialogContext: DialogContext, outcome: Outcome): Promise<DialogTurnResult> {
    switch (outcome.next) {
      case 'askAgain':
        await dialogContext.repromptDialog();
        return Dialog.EndOfTurn;
      case 'stays':
        return Dialog.EndOfTurn;
      case 'over':
        return dialogContext.cancelAllDialogs();
      case 'begin':
        return this.#begins(dialogContext, outcome.with);
      case 'askFirst':
        return dialogContext.beginDialog(outcome.question, outcome.about);
      case 'question':
        return super.onContinueDialog(dialogContext);
    }
  }

  async #begins(dialogContext: DialogContext, beginning: Beginning): Promise<DialogTurnResult> {
    await dialogContext.cancelAllDialogs();
    return dialogContext.beginDialog(steps, beginning);
  }
}
