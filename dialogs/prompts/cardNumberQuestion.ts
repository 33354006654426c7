import type { TurnContext } from 'botbuilder';
import type { CardNumberProblem, NamedCard } from '../../services/contract/card.ts';
import type { MessageId } from '../messages/catalogue/index.ts';
import type { Speaker } from '../messages/speaker.ts';
import { heard } from '../understanding/heard.ts';
import { type Answer, Question, type Trouble } from './question.ts';

type Problem = { problem: CardNumberProblem; count: number };

/** What was wrong with a number that the customer gave before being asked, if any. */
export type CardNumberAsked = { problem?: Problem };

/** Asks for a card number. The edge has made a reference of it before this hears it. */
export class CardNumberQuestion extends Question<CardNumberAsked, NamedCard, Problem> {
  static readonly id = 'cardNumber';
  readonly #speaker: Speaker;

  constructor({ speaker }: { speaker: Speaker }) {
    super(CardNumberQuestion.id);
    this.#speaker = speaker;
  }

  help(): MessageId {
    return 'cardNumber.explained';
  }

  why(): MessageId {
    return 'cardNumber.why';
  }

  protected async ask(turnContext: TurnContext, { problem }: CardNumberAsked): Promise<void> {
    if (problem) await this.#say(turnContext, `cardNumber.${problem.problem}`, problem.count);
    else await this.#say(turnContext, 'cardNumber.ask');
  }

  protected hear({ activity }: TurnContext): Answer<NamedCard, Problem> {
    const found = heard(activity);
    if (found?.what === 'card') return { value: found.card };
    if (found?.what === 'cardNumberProblem') return { trouble: 'wrongFormat', detail: found };
    return { trouble: 'notUnderstood' };
  }

  protected async repair(
    turnContext: TurnContext,
    _about: CardNumberAsked,
    _trouble: Trouble,
    times: number,
    problem?: Problem,
  ): Promise<void> {
    if (times === 2) await this.#speaker.say(turnContext, 'cardNumber.explained');
    if (times > 2) await this.#speaker.say(turnContext, 'cardNumber.offerAgent');
    await this.#say(turnContext, `cardNumber.${problem?.problem ?? 'notDigits'}`, problem?.count);
  }

  async #say(turnContext: TurnContext, id: MessageId, count = 0): Promise<void> {
    const choices = ['choice.whyAsked', 'choice.cancel'] as const;
    await this.#speaker.say(turnContext, id, { count }, { choices });
  }
}
