import type { TurnContext } from 'botbuilder';
import type { CardNumberProblem, LastFour, NamedCard } from '../../services/contract/card.ts';
import type { MessageId } from '../../words/conversation.ts';
import type { Speaker } from '../state/speaker.ts';
import { phoneOf } from '../state/userTerminal.ts';
import type { Utterance } from '../state/utterance.ts';
import { type Answer, Question, type Trouble } from './question.ts';

/** The fault of a text that was meant as a card number. */
export type CardNumberProblemFound = { problem: CardNumberProblem; count: number };
type Problem = CardNumberProblemFound;

/**
 * What was wrong with a number that the customer gave before being asked, if any; `other` where they mean another
 * card, `several` where their last four digits fit several cards, so that only the whole number will do.
 */
export type CardNumberAsked = { problem?: Problem; other?: boolean; several?: boolean };

/** A card by its reference, or by its last four digits together with the telephone. */
export type CardGiven = NamedCard | { card?: never; lastFour: LastFour };

/**
 * Asks for a card number, or on a telephone for the last four digits. The edge has made a reference of a number
 * before this hears it.
 */
export class CardNumberQuestion extends Question<CardNumberAsked, CardGiven, Problem> {
  static readonly id = 'cardNumber';
  protected readonly offer = 'cardNumber.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(CardNumberQuestion.id, parts);
  }

  help(): MessageId {
    return 'cardNumber.explained';
  }

  why(): MessageId {
    return 'cardNumber.why';
  }

  protected async ask(turnContext: TurnContext, asked: CardNumberAsked): Promise<void> {
    const { problem, other, several } = asked;
    if (problem) await this.#say(turnContext, `cardNumber.${problem.problem}`, problem.count);
    else if (several) await this.#say(turnContext, 'cardNumber.several');
    else if (other) await this.#say(turnContext, 'cardNumber.other');
    else await this.#say(turnContext, phoneOf(turnContext) ? 'cardNumber.askByPhone' : 'cardNumber.ask');
  }

  protected hear({ found }: Utterance, { several }: CardNumberAsked): Answer<CardGiven, Problem> {
    if (found?.what === 'lastFour') {
      if (several) return { trouble: 'wrongFormat', detail: { problem: 'length', count: 4 } };
      return { value: { lastFour: found.lastFour } };
    }
    if (found?.what === 'card') return { value: found.card };
    if (found?.what === 'cardNumberProblem') return { trouble: 'wrongFormat', detail: found };
    return { trouble: 'notUnderstood' };
  }

  protected async askAgain(
    turnContext: TurnContext,
    _about: CardNumberAsked,
    trouble: Trouble,
    problem: Problem | undefined,
    choices: readonly MessageId[],
  ): Promise<void> {
    const id = trouble === 'wrongFormat' ? (problem?.problem ?? 'notDigits') : 'notUnderstood';
    await this.#say(turnContext, `cardNumber.${id}`, problem?.count, choices);
  }

  async #say(
    turnContext: TurnContext,
    id: MessageId,
    count = 0,
    choices: readonly MessageId[] = [],
  ): Promise<void> {
    const own = ['choice.whyAsked', 'choice.cancel'] as const;
    await this.speaker.say(turnContext, id, { count }, { choices: choices.length > 0 ? choices : own });
  }
}
