import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import { patternOf } from '../../words/heard.ts';
import type { Speaker } from '../state/speaker.ts';
import { chosenOf, type Utterance } from '../state/utterance.ts';
import type { Intent } from '../understanding/intents.ts';
import { saysYes } from '../understanding/yes.ts';
import { type Answer, Question } from './question.ts';

const choices = ['choice.consent', 'choice.noConsent'] as const;
const agreeing = patternOf((heard) => heard.answers.agreeing);
const refusing = patternOf((heard) => heard.answers.refusing);

/** Asks for the consent that must be given before the first secret. Only a plain yes counts. */
export class ConsentQuestion extends Question<object, boolean> {
  static readonly id = 'consent';
  override readonly takes: readonly Intent[] = ['affirm', 'deny'];
  protected readonly offer = 'consent.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(ConsentQuestion.id, parts);
  }

  help(): MessageId {
    return 'consent.help';
  }

  why(): MessageId {
    return 'consent.help';
  }

  protected async ask(turnContext: TurnContext): Promise<void> {
    await this.speaker.say(turnContext, 'consent.ask', {}, { choices });
  }

  protected hear(said: Utterance): Answer<boolean, never> {
    const { words, intent } = said;
    const choice = chosenOf(said, choices);
    if (choice) return { value: choice === 'choice.consent' };
    if (refusing.test(words) || intent === 'deny') return { value: false };
    if (agreeing.test(words.trim()) || saysYes(words)) return { value: true };
    return { trouble: 'notUnderstood' };
  }

  protected async askAgain(turnContext: TurnContext): Promise<void> {
    await this.speaker.say(turnContext, 'consent.again', {}, { choices });
  }
}
