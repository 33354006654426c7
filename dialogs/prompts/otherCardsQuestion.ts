import type { TurnContext } from 'botbuilder';
import { normalText } from '../../kit/customerText.ts';
import type { NamedCard } from '../../services/contract/card.ts';
import type { MessageId } from '../../words/conversation.ts';
import { numbersIn } from '../../words/numbers/numbersIn.ts';
import type { Choice } from '../messages/said.ts';
import type { Speaker } from '../state/speaker.ts';
import type { Utterance } from '../state/utterance.ts';
import type { Intent } from '../understanding/intents.ts';
import { saysYes } from '../understanding/yes.ts';
import { type Answer, Question } from './question.ts';

/** The frozen cards that the customer has beside the one that was just unfrozen. */
export type OtherCards = { cards: NamedCard[] };

const leaving: readonly Intent[] = ['deny', 'thanks', 'cancel'];

/** Asks whether to go on with another frozen card, and with which; `another` is null where the customer wants none. */
export class OtherCardsQuestion extends Question<OtherCards, { another: NamedCard | null }> {
  static readonly id = 'otherCards';
  override readonly takes: readonly Intent[] = ['affirm', 'unfreeze', ...leaving];
  protected readonly offer = 'cardNumber.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(OtherCardsQuestion.id, parts);
  }

  help(): MessageId {
    return 'others.again';
  }

  why(): MessageId {
    return 'others.again';
  }

  protected ask(turnContext: TurnContext, about: OtherCards): Promise<void> {
    return this.#say(turnContext, about.cards.length === 1 ? 'others.one' : 'others.several', about);
  }

  protected hear(
    { words, intent }: Utterance,
    { cards }: OtherCards,
  ): Answer<{ another: NamedCard | null }, never> {
    const text = normalText(words);
    const numbers = numbersIn(words).map(({ digits }) => digits);
    const [named, other] = cards.filter(
      ({ lastFour }) => text.includes(lastFour) || numbers.includes(lastFour),
    );
    if (named && !other) return { value: { another: named } };
    if (leaving.includes(intent)) return { value: { another: null } };
    const [only, more] = cards;
    const wants = saysYes(words) || intent === 'unfreeze';
    return only && !more && wants ? { value: { another: only } } : { trouble: 'notUnderstood' };
  }

  protected askAgain(turnContext: TurnContext, about: OtherCards): Promise<void> {
    return this.#say(turnContext, 'others.again', about);
  }

  async #say(turnContext: TurnContext, id: MessageId, { cards }: OtherCards): Promise<void> {
    const lastFours = cards.map(({ lastFour }) => lastFour);
    const choices: Choice[] = lastFours.map((lastFour) => ({ id: 'choice.card', facts: { lastFour } }));
    await this.speaker.say(turnContext, id, { cards: lastFours }, { choices: [...choices, 'choice.no'] });
  }
}
