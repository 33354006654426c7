import type { StatePropertyAccessor } from 'botbuilder';
import {
  ComponentDialog,
  Dialog,
  type DialogContext,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { NamedCard } from '../services/contract/card.ts';
import { awaited } from './awaited.ts';
import { CardStatusDialog, type CardStatusWish } from './cardStatusDialog.ts';
import type { ConversationProperties } from './conversationState.ts';
import type { DialogParts } from './dialogParts.ts';
import { Interruptions } from './interruptions.ts';
import type { MessageId } from './messages/catalogue/index.ts';
import { mainChoices } from './messages/mainChoices.ts';
import { openCase } from './openCase.ts';
import { answers } from './prompts/authenticationItemQuestion.ts';
import { countSilence, openQuestion } from './prompts/question.ts';
import { heard } from './understanding/heard.ts';
import type { Intent } from './understanding/intents.ts';
import { understand } from './understanding/understand.ts';

type Step = WaterfallStepContext;
const steps = 'main.steps.1';

/** The whole conversation: what the customer wants leads to a dialog; what they say in between is answered first. */
export class MainDialog extends ComponentDialog {
  static readonly id = 'main';
  readonly #parts: DialogParts;
  readonly #notUnderstood: StatePropertyAccessor<number>;
  readonly #interruptions: Interruptions;

  constructor(parts: DialogParts, properties: Pick<ConversationProperties, 'language' | 'notUnderstood'>) {
    super(MainDialog.id);
    this.#parts = parts;
    this.#notUnderstood = properties.notUnderstood;
    this.#interruptions = new Interruptions(parts.speaker, properties.language);
    this.addDialog(
      new WaterfallDialog(steps, [this.saysWhatTheyWant.bind(this), this.isAskedWhatElse.bind(this)]),
    );
    this.addDialog(new CardStatusDialog(parts));
    this.initialDialogId = steps;
  }

  async saysWhatTheyWant(step: Step): Promise<DialogTurnResult> {
    const { activity } = step.context;
    const found = heard(activity);
    const { intent, wanted } = understand(activity.text ?? '');
    if (found?.what === 'silence') return this.#says(step, await this.#silence(step));
    if (found?.what === 'returned') {
      const { card } = step.options as { card?: NamedCard };
      return card ? beginsCardStatus(step, { card, returned: true }) : this.#says(step, 'anythingElse');
    }
    if (found && found.what !== 'card' && found.what !== 'cardNumberProblem') {
      await this.#interruptions.sayFound(step.context, found);
      return this.#says(step, 'anythingElse');
    }
    if (intent === 'freezeOrReport') return this.#says(step, 'freezeOrReport');
    if (found)
      return beginsCardStatus(step, found.what === 'card' ? { card: found.card } : { problem: found });
    switch (intent) {
      case 'cardStatus':
      case 'unfreeze':
      case 'howToUnfreeze':
        return beginsCardStatus(step, {});
      case 'changeLanguage':
        await this.#interruptions.changeLanguage(step.context, wanted);
        return wanted ? this.#says(step, 'anythingElse') : step.endDialog();
      default:
        return this.#says(step, await this.#plainAnswer(step, intent));
    }
  }

  async isAskedWhatElse(step: Step): Promise<DialogTurnResult> {
    return this.#says(step, 'anythingElse');
  }

  protected override async onContinueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    return (await this.#interrupt(dialogContext)) ?? super.onContinueDialog(dialogContext);
  }

  /** Answers what belongs to no question, then leaves or asks the open question again. */
  async #interrupt(dialogContext: DialogContext): Promise<DialogTurnResult | undefined> {
    const { activity } = dialogContext.context;
    const found = heard(activity);
    if (found?.what === 'itemProblem' || found?.what === 'cardNumberProblem') return undefined;
    if (found?.what === 'silence' && openQuestion(dialogContext)) {
      const id = nthSilence(countSilence(dialogContext));
      await this.#parts.speaker.say(dialogContext.context, id);
      return reprompts(dialogContext);
    }
    if (found?.what === 'returned') {
      const card = openCase(dialogContext);
      await dialogContext.cancelAllDialogs();
      return dialogContext.beginDialog(steps, { card });
    }
    const open = awaited(dialogContext);
    if (found?.what === 'sealedItem') {
      if (open.what === 'authenticationItem' && answers(found.sealed, open)) return undefined;
      await this.#parts.speaker.say(dialogContext.context, 'formOver');
      return reprompts(dialogContext);
    }
    if (found && found.what !== 'card') {
      await this.#interruptions.sayFound(dialogContext.context, found);
      return reprompts(dialogContext);
    }
    const understanding = understand(activity.text ?? '');
    const after = await this.#interruptions.answer(dialogContext, understanding);
    if (after === 'resume') return reprompts(dialogContext);
    if (after === 'leave') return dialogContext.cancelAllDialogs();
    if (found?.what === 'card' && open.what !== 'cardNumber') {
      await dialogContext.cancelAllDialogs();
      return dialogContext.beginDialog(steps);
    }
    return undefined;
  }

  async #silence(step: Step): Promise<MessageId> {
    const times = (await this.#notUnderstood.get(step.context, 0)) + 1;
    await this.#notUnderstood.set(step.context, times);
    return nthSilence(times);
  }

  async #plainAnswer(step: Step, intent: Intent): Promise<MessageId> {
    const plain: Partial<Record<Intent, MessageId>> = {
      greet: 'greeting',
      help: 'greeting',
      startOver: 'startedOver',
      cancel: 'nothingToCancel',
      thanks: 'thanks',
      agent: 'agent',
      deny: 'anythingElse',
      repeat: 'anythingElse',
    };
    const id = plain[intent];
    const times = id ? 0 : (await this.#notUnderstood.get(step.context, 0)) + 1;
    await this.#notUnderstood.set(step.context, times);
    if (id) return id;
    return times === 1 ? 'notUnderstood.1' : times === 2 ? 'notUnderstood.2' : 'notUnderstood.3';
  }

  async #says(step: Step, id: MessageId): Promise<DialogTurnResult> {
    await this.#parts.speaker.say(step.context, id, {}, { choices: mainChoices });
    return step.endDialog();
  }
}

function nthSilence(times: number): MessageId {
  return times === 1 ? 'silence.1' : 'silence.2';
}

function beginsCardStatus(step: Step, wish: CardStatusWish): Promise<DialogTurnResult> {
  return step.beginDialog(CardStatusDialog.id, wish);
}

async function reprompts(dialogContext: DialogContext): Promise<DialogTurnResult> {
  await dialogContext.repromptDialog();
  return Dialog.EndOfTurn;
}
