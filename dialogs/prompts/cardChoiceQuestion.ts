import type { TurnContext } from 'botbuilder';
import { normalText } from '../../kit/customerText.ts';
import type { NamedCard } from '../../services/contract/card.ts';
import type { MessageId } from '../../words/conversation.ts';
import { rowsOf } from '../../words/heard.ts';
import { numbersIn } from '../../words/numbers/numbersIn.ts';
import type { Choice } from '../messages/said.ts';
import type { Speaker } from '../state/speaker.ts';
import type { Utterance } from '../state/utterance.ts';
import { type Answer, Question } from './question.ts';

/** The cards in one message. */
export type CardsToChoose = { cards: NamedCard[] };

/** What names each place. */
const ordinals = rowsOf((heard) => [heard.answers.ordinals]);

/** Asks which of several cards is meant first. */
export class CardChoiceQuestion extends Question<CardsToChoose, NamedCard> {
  static readonly id = 'cardChoice';
  protected readonly offer = 'cardNumber.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(CardChoiceQuestion.id, parts);
  }

  help(): MessageId {
    return 'cardNumber.why';
  }

  why(): MessageId {
    return 'cardNumber.why';
  }

  protected ask(turnContext: TurnContext, about: CardsToChoose): Promise<void> {
    return this.#say(turnContext, 'cardChoice.ask', about);
  }

  protected hear({ words }: Utterance, { cards }: CardsToChoose): Answer<NamedCard, never> {
    const text = normalText(words).trim();
    const numbers = numbersIn(words).map(({ digits }) => digits);
    const named = cards.filter(({ lastFour }) => text.includes(lastFour) || numbers.includes(lastFour));
    const placed = cards.filter((_card, place) => ordinals.some((language) => language[place]?.test(text)));
    const [card, other] = named.length > 0 ? named : placed;
    return card && !other ? { value: card } : { trouble: 'notUnderstood' };
  }

  protected askAgain(turnContext: TurnContext, about: CardsToChoose): Promise<void> {
    return this.#say(turnContext, 'cardChoice.again', about);
  }

  async #say(turnContext: TurnContext, id: MessageId, { cards }: CardsToChoose): Promise<void> {
    const lastFours = cards.map(({ lastFour }) => lastFour);
    const choices: Choice[] = lastFours.map((lastFour) => ({ id: 'choice.card', facts: { lastFour } }));
    await this.speaker.say(turnContext, id, { cards: lastFours }, { choices: [...choices, 'choice.cancel'] });
  }
}
