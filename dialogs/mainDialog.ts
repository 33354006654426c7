import type { TurnContext } from 'botbuilder';
import {
  ComponentDialog,
  Dialog,
  type DialogContext,
  type DialogTurnResult,
  DialogTurnStatus,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { awaited } from './awaited.ts';
import { CardStatusDialog, type CardStatusWish, howTold } from './cardStatusDialog.ts';
import type { ConversationProperties } from './conversationState.ts';
import type { DialogParts } from './dialogParts.ts';
import { Disowning } from './disowning.ts';
import { Handoff } from './handoff/handoff.ts';
import { asideAnswer, Interruptions } from './interruptions.ts';
import { followsLanguage } from './languageHabit.ts';
import { wishesLink } from './linkWish.ts';
import type { MessageId } from './messages/catalogue/index.ts';
import { mainChoices } from './messages/mainChoices.ts';
import { areOwnWords } from './messages/ownWords.ts';
import { CaseOfferDialog, type CaseOffered } from './moving/caseOfferDialog.ts';
import { Moving } from './moving/moving.ts';
import { isNoNewCard } from './noNewCard.ts';
import { PlainAnswers } from './plainAnswers.ts';
import { answers } from './prompts/authenticationItemQuestion.ts';
import { LeaveQuestion } from './prompts/leaveQuestion.ts';
import { mostTroubles, openQuestion } from './prompts/question.ts';
import { isForLink, SecureLinkQuestion } from './prompts/secureLinkQuestion.ts';
import { UnfreezeQuestion } from './prompts/unfreezeQuestion.ts';
import { StandingReport } from './standingReport.ts';
import { asideIn, meansOtherCard } from './understanding/asides.ts';
import { goesOn } from './understanding/goesOn.ts';
import { type Heard, heard } from './understanding/heard.ts';
import type { Intent } from './understanding/intents.ts';
import { wantsLink } from './understanding/linkWords.ts';
import { isDisowning } from './understanding/notMe.ts';
import { understand } from './understanding/understand.ts';

/** What the conversation begins with where it is not for the customer's words to say. */
export type Beginning = { wish?: CardStatusWish; offersCase?: boolean };

type Step = WaterfallStepContext<Beginning>;
const steps = 'main.steps.2';

/** The whole conversation: what the customer wants leads to a dialog; what they say in between is answered first. */
export class MainDialog extends ComponentDialog<Beginning> {
  static readonly id = 'main';
  readonly #parts: DialogParts;
  readonly #properties: ConversationProperties;
  readonly #handoff: Handoff;
  readonly #disowning: Disowning;
  readonly #interruptions: Interruptions;
  readonly #report: StandingReport;
  readonly #plainAnswers: PlainAnswers;
  readonly moving: Moving;

  constructor(parts: DialogParts, properties: ConversationProperties) {
    super(MainDialog.id);
    this.#parts = parts;
    this.#properties = properties;
    this.#handoff = new Handoff(parts, properties);
    this.#disowning = new Disowning({ ...parts, handoff: this.#handoff }, properties);
    this.#interruptions = new Interruptions({ ...parts, handoff: this.#handoff }, properties.language);
    const report = new StandingReport({ ...parts, handoff: this.#handoff }, properties);
    this.#report = report;
    this.moving = new Moving({ ...parts, report }, properties);
    this.#plainAnswers = new PlainAnswers({ ...parts, handoff: this.#handoff }, properties);
    this.addDialog(
      new WaterfallDialog<Beginning>(steps, [
        this.saysWhatTheyWant.bind(this),
        this.isAskedWhatElse.bind(this),
      ]),
    );
    const { moving } = this;
    this.addDialog(new CardStatusDialog({ ...parts, moving, report }, properties));
    this.addDialog(new CaseOfferDialog({ ...parts, moving }));
    this.addDialog(new LeaveQuestion(parts));
    this.initialDialogId = steps;
  }

  async saysWhatTheyWant(step: Step): Promise<DialogTurnResult> {
    const { activity } = step.context;
    const { wish, offersCase } = step.options;
    if (offersCase) return step.beginDialog(CaseOfferDialog.id);
    if (isDisowning(activity.text ?? '')) {
      await this.#disowning.ofUnfreezing(step.context, undefined);
      return step.endDialog();
    }
    const reported = await this.#report.hears(step.context);
    if (reported) return reported.goesOnWith ? beginsCardStatus(step, reported.goesOnWith) : step.endDialog();
    if (wish) return beginsCardStatus(step, wish);
    const found = heard(activity);
    const { intent, text, wanted } = understand(activity.text ?? '');
    if (intent === 'freezeOrReport') {
      await this.#handoff.ofReport(step.context, undefined);
      return step.endDialog();
    }
    if (found) return this.#foundFirst(step, found, intent);
    if (await this.moving.answersWords(step.context)) return step.endDialog();
    const aside = asideIn(text);
    if (aside === 'whatNeeded') return this.#unfreezesOrHearsHow(step, 'howToUnfreeze');
    if (aside) return this.#says(step, asideAnswer(aside, undefined));
    if (meansOtherCard(text)) return beginsCardStatus(step, { other: true });
    const spokenOf = wantsLink(text) ? await this.#properties.spokenOf.get(step.context, null) : null;
    if (spokenOf?.remote)
      return beginsCardStatus(step, { card: spokenOf.card, byLink: true, returned: true });
    switch (intent) {
      case 'cardStatus':
        return beginsCardStatus(step, {});
      case 'unfreeze':
      case 'howToUnfreeze':
        return this.#unfreezesOrHearsHow(step, intent);
      case 'agent':
        await this.#handoff.toPerson(step.context, undefined);
        return step.endDialog();
      case 'repeat':
        await this.#interruptions.sayAgain(step.context, { butLast: false });
        return step.endDialog();
      case 'changeLanguage':
        await this.#interruptions.changeLanguage(step.context, wanted);
        return wanted ? this.#says(step, 'anythingElse') : step.endDialog();
      default:
        await this.#plainAnswers.answer(step.context, intent);
        return step.endDialog();
    }
  }

  async isAskedWhatElse(step: Step): Promise<DialogTurnResult> {
    if (step.result === howTold) return step.endDialog();
    const { goesOnWith: wish }: CaseOffered = step.result ?? {};
    return wish ? step.replaceDialog(steps, { wish }) : this.#says(step, 'anythingElse');
  }

  protected override async onBeginDialog(
    dialogContext: DialogContext,
    beginning?: Beginning,
  ): Promise<DialogTurnResult> {
    await this.#listens(dialogContext.context);
    return this.#turned(dialogContext, await super.onBeginDialog(dialogContext, beginning));
  }

  protected override async onContinueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    await this.#listens(dialogContext.context);
    const interrupted = await this.#interrupt(dialogContext);
    return this.#turned(dialogContext, interrupted ?? (await super.onContinueDialog(dialogContext)));
  }

  /** Where nothing is waited for any more, no case is open. */
  async #turned({ context }: DialogContext, result: DialogTurnResult): Promise<DialogTurnResult> {
    if (result.status !== DialogTurnStatus.waiting) await this.moving.ends(context);
    return result;
  }

  async #listens(turnContext: TurnContext): Promise<void> {
    if (areOwnWords(turnContext.activity.text ?? '')) turnContext.activity.text = '';
    await followsLanguage(turnContext, this.#properties);
  }

  /** Answers what belongs to no question, then leaves or asks the open question again. */
  async #interrupt(dialogContext: DialogContext): Promise<DialogTurnResult | undefined> {
    const { context } = dialogContext;
    const found = heard(context.activity);
    if (!found && isDisowning(context.activity.text ?? '')) {
      await this.#disowning.ofUnfreezing(context, openQuestion(dialogContext));
      return dialogContext.cancelAllDialogs();
    }
    if (await this.moving.hasMovedAway(context)) {
      const isSilent = found?.what === 'returned' || found?.what === 'linkConcluded';
      return isSilent || goesOn(context.activity)
        ? dialogContext.cancelAllDialogs()
        : this.#begins(dialogContext, {});
    }
    if (found?.what === 'caseCode') {
      const card = await this.moving.takesByCode(context, found.name);
      if (card) return this.#begins(dialogContext, { wish: { card, returned: true } });
      return reprompts(dialogContext);
    }
    if (!found && (await this.moving.answersWords(context))) return reprompts(dialogContext);
    if (found && found.what !== 'card' && found.what !== 'cards') {
      const after = await this.#foundBetween(dialogContext, found);
      if (after !== 'words') return after === 'question' ? undefined : after;
    }
    const words = context.activity.text ?? '';
    const open = openQuestion(dialogContext);
    if (open?.id === SecureLinkQuestion.id && isForLink(words)) return undefined;
    if (!found && wishesLink(open, words)) {
      const spokenOf = await this.#properties.spokenOf.get(context, null);
      if (spokenOf) return this.#begins(dialogContext, { wish: { card: spokenOf.card, byLink: true } });
    }
    const understanding = understand(words);
    if (understanding.intent !== 'freezeOrReport' && found) {
      if (isNoNewCard(dialogContext, found)) return undefined;
      return this.#begins(dialogContext, {});
    }
    const after = await this.#interruptions.answer(dialogContext, understanding);
    if (after === 'none') return undefined;
    if (after === 'resume') return reprompts(dialogContext);
    if (after === 'leave') return dialogContext.cancelAllDialogs();
    if (after === 'otherCard') return this.#begins(dialogContext, { wish: { other: true } });
    if (after === 'stepBack') return this.#stepsBack(dialogContext);
    return dialogContext.beginDialog(LeaveQuestion.id, { how: after.ask });
  }

  /** What was no words: for the open question, answered here, or, where words came with it, still to be read. */
  async #foundBetween(
    dialogContext: DialogContext,
    found: Heard,
  ): Promise<DialogTurnResult | 'question' | 'words'> {
    const { context } = dialogContext;
    const open = awaited(dialogContext);
    const question = openQuestion(dialogContext);
    switch (found.what) {
      case 'itemProblem':
      case 'linkConcluded':
        return 'question';
      case 'lastFour':
        return understand(context.activity.text ?? '').intent === 'freezeOrReport' ? 'words' : 'question';
      case 'cardNumberProblem':
        if (understand(context.activity.text ?? '').intent === 'freezeOrReport') return 'words';
        if (open.what === 'cardNumber') return 'question';
        return this.#begins(dialogContext, { wish: { problem: found } });
      case 'silence':
        if ((question?.troubles.silence ?? 0) + 1 < mostTroubles) return 'question';
        await this.#handoff.afterSilence(context, question);
        return dialogContext.cancelAllDialogs();
      case 'returned': {
        if (open.what === 'return') return 'question';
        const spokenOf = await this.#properties.spokenOf.get(context, null);
        if (spokenOf?.remote)
          return this.#begins(dialogContext, { wish: { card: spokenOf.card, returned: true } });
        return reprompts(dialogContext);
      }
      case 'sealedItem':
        if (open.what === 'authenticationItem' && answers(found.sealed, open)) return 'question';
        break;
      case 'strayedSecret':
        if (understand(context.activity.text ?? '').intent === 'freezeOrReport') return 'words';
    }
    await this.#interruptions.sayFound(context, found);
    return reprompts(dialogContext);
  }

  async #foundFirst(step: Step, found: Heard, intent: Intent): Promise<DialogTurnResult> {
    const how = intent === 'howToUnfreeze' ? { onlyHow: true } : {};
    if (found.what === 'card') return beginsCardStatus(step, { card: found.card, ...how });
    if (found.what === 'cards') return beginsCardStatus(step, { cards: found.cards, ...how });
    if (found.what === 'cardNumberProblem') return beginsCardStatus(step, { problem: found, ...how });
    if (found.what === 'caseCode') {
      const taken = await this.moving.takesByCode(step.context, found.name);
      if (taken) return beginsCardStatus(step, { card: taken, returned: true });
      return step.endDialog();
    }
    if (found.what !== 'returned') await this.#interruptions.sayFound(step.context, found);
    return this.#says(step, 'anythingElse');
  }

  /** Goes on with the frozen card that was just spoken of; who only asks how is not pushed into it. */
  async #unfreezesOrHearsHow(step: Step, intent: 'unfreeze' | 'howToUnfreeze'): Promise<DialogTurnResult> {
    const spokenOf = await this.#properties.spokenOf.get(step.context, null);
    const known = spokenOf?.frozen ? { card: spokenOf.card } : {};
    if (intent === 'unfreeze') return beginsCardStatus(step, known);
    if (spokenOf?.frozen) return beginsCardStatus(step, { ...known, onlyHow: true });
    return this.#says(step, 'howToUnfreeze');
  }

  async #stepsBack(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const open = awaited(dialogContext);
    const spokenOf = await this.#properties.spokenOf.get(dialogContext.context, null);
    if ((open.what === 'authenticationItem' || open.what === 'return') && spokenOf) {
      return this.#begins(dialogContext, { wish: { card: spokenOf.card } });
    }
    if (openQuestion(dialogContext)?.id === UnfreezeQuestion.id)
      return this.#begins(dialogContext, { wish: {} });
    if (openQuestion(dialogContext)?.id === LeaveQuestion.id) return dialogContext.endDialog();
    await this.#parts.speaker.say(dialogContext.context, 'startedOver', {}, { choices: mainChoices });
    return dialogContext.cancelAllDialogs();
  }

  async #begins(dialogContext: DialogContext, beginning: Beginning): Promise<DialogTurnResult> {
    await dialogContext.cancelAllDialogs();
    return dialogContext.beginDialog(steps, beginning);
  }

  async #says(step: Step, id: MessageId): Promise<DialogTurnResult> {
    await this.#plainAnswers.says(step.context, id);
    return step.endDialog();
  }
}

function beginsCardStatus(step: Step, wish: CardStatusWish): Promise<DialogTurnResult> {
  return step.beginDialog(CardStatusDialog.id, wish);
}

async function reprompts(dialogContext: DialogContext): Promise<DialogTurnResult> {
  await dialogContext.repromptDialog();
  return Dialog.EndOfTurn;
}
