import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../messages/catalogue/index.ts';
import { languageChoices, mainChoices } from '../messages/mainChoices.ts';
import { mostTroubles } from '../prompts/question.ts';
import type { ConversationProperties } from '../state/conversationState.ts';
import type { Speaker } from '../state/speaker.ts';
import type { Intent } from '../understanding/intents.ts';
import { isForeign } from '../understanding/spokenLanguage.ts';
import type { Handoff } from './handoff.ts';

const plain: Partial<Record<Intent, MessageId>> = {
  greet: 'greeting',
  help: 'help',
  startOver: 'startedOver',
  cancel: 'nothingToCancel',
  thanks: 'thanks',
  affirm: 'whichOne',
  deny: 'goodbye',
  goBack: 'anythingElse',
  whyAsked: 'aside.isItSafe',
};

/** What is answered with one sentence where no question is open, and what is not understood there. */
export class PlainAnswers {
  readonly #speaker: Speaker;
  readonly #handoff: Handoff;
  readonly #notUnderstood: ConversationProperties['notUnderstood'];

  constructor(
    { speaker, handoff }: { speaker: Speaker; handoff: Handoff },
    { notUnderstood }: Pick<ConversationProperties, 'notUnderstood'>,
  ) {
    this.#speaker = speaker;
    this.#handoff = handoff;
    this.#notUnderstood = notUnderstood;
  }

  async answer(turnContext: TurnContext, intent: Intent): Promise<void> {
    const before = await this.#notUnderstood.get(turnContext, 0);
    if (intent === 'affirm' && before >= mostTroubles) {
      await this.#handoff.toPerson(turnContext, undefined);
      await this.#notUnderstood.set(turnContext, 0);
      return;
    }
    const id = plain[intent];
    const times = id ? 0 : before + 1;
    await this.#notUnderstood.set(turnContext, times);
    if (id) return this.says(turnContext, id);
    if (times < mostTroubles && isForeign(turnContext.activity.text ?? '')) {
      return this.#speaker.say(turnContext, 'otherLanguage', {}, { choices: languageChoices });
    }
    return this.says(
      turnContext,
      times === 1 ? 'notUnderstood.1' : times === 2 ? 'notUnderstood.2' : 'notUnderstood.3',
    );
  }

  /** A sentence, and what the bot can do. */
  says(turnContext: TurnContext, id: MessageId): Promise<void> {
    return this.#speaker.say(turnContext, id, {}, { choices: mainChoices });
  }
}
