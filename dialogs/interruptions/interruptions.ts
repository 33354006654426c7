import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import type { Language } from '../../kit/language.ts';
import { items } from '../../services/contract/items/index.ts';
import type { MessageId } from '../messages/catalogue/index.ts';
import { languageChoices, mainChoices } from '../messages/mainChoices.ts';
import {
  AuthenticationItemQuestion,
  type ItemAsked,
  wouldLoseItems,
} from '../prompts/authenticationItemQuestion.ts';
import { type OpenQuestion, offersPerson, openQuestion } from '../prompts/question.ts';
import type { Speaker } from '../state/speaker.ts';
import { type Aside, asideIn, meansOtherCard } from '../understanding/asides.ts';
import type { Heard } from '../understanding/heard.ts';
import type { Understanding } from '../understanding/understand.ts';
import type { Handoff } from './handoff.ts';

/**
 * What happens after an interruption was answered: the open question is asked again or left for good, the customer
 * is asked whether to leave it, a step or another card is gone back to; or nothing, since it was no interruption.
 */
export type AfterInterruption =
  | 'resume'
  | 'leave'
  | { ask: 'cancelled' | 'startedOver' }
  | 'stepBack'
  | 'otherCard'
  | 'none';

/** What a customer may say at every step. */
export class Interruptions {
  readonly #speaker: Speaker;
  readonly #language: StatePropertyAccessor<Language>;
  readonly #handoff: Handoff;

  constructor(parts: { speaker: Speaker; handoff: Handoff }, language: StatePropertyAccessor<Language>) {
    this.#speaker = parts.speaker;
    this.#handoff = parts.handoff;
    this.#language = language;
  }

  /** Answers an interruption; `none` where the words were for the open question. */
  async answer(
    dialogContext: DialogContext,
    { text, intent, wanted }: Understanding,
  ): Promise<AfterInterruption> {
    const { context } = dialogContext;
    const open = openQuestion(dialogContext);
    if (intent === 'freezeOrReport') {
      await this.#handoff.ofReport(context, open);
      return 'leave';
    }
    const aside = asideIn(text) ?? (intent === 'howToUnfreeze' ? 'whatNeeded' : undefined);
    if (aside) {
      await this.#speaker.say(context, asideAnswer(aside, open));
      return 'resume';
    }
    if (meansOtherCard(text)) return 'otherCard';
    if (open?.takes.includes(intent)) return 'none';
    switch (intent) {
      case 'cancel':
        return this.#leaves(context, open, 'cancelled');
      case 'startOver':
        return this.#leaves(context, open, 'startedOver');
      case 'goBack':
        return this.#goesBack(context, open);
      case 'help':
        await this.#speaker.say(context, open?.help ?? 'help');
        return 'resume';
      case 'whyAsked':
        await this.#speaker.say(context, open?.why ?? 'aside.isItSafe');
        return 'resume';
      case 'repeat':
        await this.sayAgain(context, { butLast: true });
        return 'resume';
      case 'greet':
        return 'resume';
      case 'affirm':
        if (!open || !offersPerson(open)) return 'none';
        await this.#handoff.toPerson(context, open);
        return 'resume';
      case 'agent':
        await this.#handoff.toPerson(context, open);
        return 'resume';
      case 'changeLanguage':
        await this.changeLanguage(context, wanted);
        return 'resume';
      default:
        return 'none';
    }
  }

  /** Says the bot's last sentences once more. @param butLast leaves out the question, which is asked anew */
  async sayAgain(turnContext: TurnContext, { butLast }: { butLast: boolean }): Promise<void> {
    const said = await this.#speaker.said(turnContext);
    const again = butLast ? said.slice(0, -1) : said;
    const choices = butLast ? [] : mainChoices;
    for (const { id, facts } of again) await this.#speaker.say(turnContext, id, facts, { choices });
  }

  /** Switches the language where one was named, and asks which where not. */
  async changeLanguage(turnContext: TurnContext, wanted: Language | undefined): Promise<void> {
    if (wanted === undefined) {
      await this.#speaker.say(turnContext, 'language.which', {}, { choices: languageChoices });
      return;
    }
    await this.#language.set(turnContext, wanted);
    await this.#speaker.say(turnContext, 'language.changed');
  }

  /** Says what became of something that was not words. */
  async sayFound(turnContext: TurnContext, found: Heard): Promise<void> {
    if (found.what === 'strayedSecret') await this.#speaker.say(turnContext, 'strayedSecret');
    else if (found.what === 'attachment') await this.#speaker.say(turnContext, 'onlyText');
    else if (found.what === 'silence') await this.#speaker.say(turnContext, 'silence.1');
    else await this.#speaker.say(turnContext, 'formOver');
  }

  async #leaves(
    turnContext: TurnContext,
    open: OpenQuestion | undefined,
    how: 'cancelled' | 'startedOver',
  ): Promise<AfterInterruption> {
    const item = itemAsked(open);
    if (item && wouldLoseItems(item)) return { ask: how };
    await this.#speaker.say(turnContext, how, {}, { choices: mainChoices });
    return 'leave';
  }

  async #goesBack(turnContext: TurnContext, open: OpenQuestion | undefined): Promise<AfterInterruption> {
    const item = itemAsked(open);
    if (!item || !wouldLoseItems(item)) return 'stepBack';
    await this.#speaker.say(turnContext, 'goBack.sent');
    return 'resume';
  }
}

function itemAsked(open: OpenQuestion | undefined): ItemAsked | undefined {
  return open?.id === AuthenticationItemQuestion.id ? (open.about as ItemAsked) : undefined;
}

/** Where a number stands depends on which one is asked for. */
export function asideAnswer(aside: Aside, open: OpenQuestion | undefined): MessageId {
  if (aside !== 'where') return `aside.${aside}`;
  const asked = itemAsked(open);
  return asked ? items[asked.item].sentences.where : 'aside.whereCardNumber';
}
