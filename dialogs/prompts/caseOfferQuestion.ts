import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import type { Speaker } from '../state/speaker.ts';
import { chosenOf, type Utterance } from '../state/utterance.ts';
import type { Intent } from '../understanding/intents.ts';
import { saysYes } from '../understanding/yes.ts';
import { type Answer, Question } from './question.ts';

const choices = ['choice.goOnHere', 'choice.beginAnew'] as const;
const wishes: readonly Intent[] = ['unfreeze', 'cardStatus'];

/** What the customer wants of a case that is open elsewhere; `anew` where they want to begin with a card at once. */
export type CaseOfferReply = 'goOn' | 'anew' | 'leave';

/** Offers to go on with what was begun from the same telephone on another channel. Nothing of it is said: a number can be forged. */
export class CaseOfferQuestion extends Question<object, CaseOfferReply> {
  static readonly id = 'caseOffer';
  override readonly takes: readonly Intent[] = [
    'affirm',
    'deny',
    'unfreeze',
    'cardStatus',
    'startOver',
    'cancel',
  ];
  protected readonly offer = 'leave.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(CaseOfferQuestion.id, parts);
  }

  help(): MessageId {
    return 'moving.offerHelp';
  }

  why(): MessageId {
    return 'moving.offerHelp';
  }

  protected async ask(turnContext: TurnContext): Promise<void> {
    await this.speaker.say(turnContext, 'moving.offer', {}, { choices });
  }

  protected hear(said: Utterance): Answer<CaseOfferReply, never> {
    const { words, intent } = said;
    const choice = chosenOf(said, choices);
    if (choice) return { value: choice === 'choice.goOnHere' ? 'goOn' : 'leave' };
    if (intent === 'deny' || intent === 'cancel' || intent === 'startOver') return { value: 'leave' };
    if (saysYes(words)) return { value: 'goOn' };
    return wishes.includes(intent) ? { value: 'anew' } : { trouble: 'notUnderstood' };
  }

  protected async askAgain(turnContext: TurnContext): Promise<void> {
    await this.ask(turnContext);
  }
}
