import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import type { Language } from '../services/contract/language.ts';
import { languageChoices, mainChoices } from './messages/mainChoices.ts';
import type { Speaker } from './messages/speaker.ts';
import { openQuestion } from './prompts/question.ts';
import type { Heard } from './understanding/heard.ts';
import type { Understanding } from './understanding/understand.ts';

/** What happens to the open question after an interruption was answered: asked again, or left for good. */
export type AfterInterruption = 'resume' | 'leave' | 'none';

/** What a customer may say at every step. */
export class Interruptions {
  readonly #speaker: Speaker;
  readonly #language: StatePropertyAccessor<Language>;

  constructor(speaker: Speaker, language: StatePropertyAccessor<Language>) {
    this.#speaker = speaker;
    this.#language = language;
  }

  /** Answers an interruption; `none` where the words were for the open question. */
  async answer(dialogContext: DialogContext, { intent, wanted }: Understanding): Promise<AfterInterruption> {
    const { context } = dialogContext;
    const open = openQuestion(dialogContext);
    switch (intent) {
      case 'freezeOrReport':
        await this.#speaker.say(context, 'freezeOrReport', {}, { choices: mainChoices });
        return 'leave';
      case 'cancel':
        await this.#speaker.say(context, 'cancelled', {}, { choices: mainChoices });
        return 'leave';
      case 'startOver':
        await this.#speaker.say(context, 'startedOver', {}, { choices: mainChoices });
        return 'leave';
      case 'help':
        await this.#speaker.say(context, open?.help ?? 'greeting');
        return 'resume';
      case 'whyAsked':
        await this.#speaker.say(context, open?.why ?? 'greeting');
        return 'resume';
      case 'repeat':
        return 'resume';
      case 'agent':
        await this.#speaker.say(context, 'agent');
        return 'resume';
      case 'changeLanguage':
        await this.changeLanguage(context, wanted);
        return 'resume';
      default:
        return 'none';
    }
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
    else await this.#speaker.say(turnContext, 'formOver');
  }
}
