import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import type { Speaker } from '../state/speaker.ts';
import { chosenOf, type Utterance } from '../state/utterance.ts';
import type { Intent } from '../understanding/intents.ts';
import { saysYes } from '../understanding/yes.ts';
import { type Answer, Question } from './question.ts';

const choices = ['choice.goOnHere', 'choice.beginAnew'] as const;
const wishes: readonly Intent[] = ['unfreeze', 'cardStatus'];

/** The customer's choice about a case that is open elsewhere. `anew`: they begin with a card at once. */
export type CaseOfferReply = 'goOn' | 'anew' | 'leave';

/**
 * Offers to continue a case from another channel and the same telephone. It tells nothing about the case, because a
 * number can be forged.
 */
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
