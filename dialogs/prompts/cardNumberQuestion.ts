import type { TurnContext } from 'botbuilder';
import type { CardNumberProblem, NamedCard } from '../../services/contract/card.ts';
import type { MessageId } from '../messages/catalogue/index.ts';
import type { Speaker } from '../messages/speaker.ts';
import { heard } from '../understanding/heard.ts';
import { type Answer, Question, type Trouble } from './question.ts';

type Problem = { problem: CardNumberProblem; count: number };

/** What was wrong with a number that the customer gave before being asked, if any; `other` where they mean another card. */
export type CardNumberAsked = { problem?: Problem; other?: boolean };

/** Asks for a card number. The edge has made a reference of it before this hears it. */
export class CardNumberQuestion extends Question<CardNumberAsked, NamedCard, Problem> {
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

  protected async ask(turnContext: TurnContext, { problem, other }: CardNumberAsked): Promise<void> {
    if (problem) await this.#say(turnContext, `cardNumber.${problem.problem}`, problem.count);
    else await this.#say(turnContext, other ? 'cardNumber.other' : 'cardNumber.ask');
  }

  protected hear({ activity }: TurnContext): Answer<NamedCard, Problem> {
    const found = heard(activity);
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
