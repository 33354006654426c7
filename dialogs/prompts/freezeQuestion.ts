import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import type { Speaker } from '../state/speaker.ts';
import type { Utterance } from '../state/utterance.ts';
import type { Intent } from '../understanding/intents.ts';
import type { CardGiven, CardNumberProblemFound } from './cardNumberQuestion.ts';
import { type Answer, Question, type Trouble } from './question.ts';

/** `several`: the last four digits fit several cards, so that the whole number is needed. */
export type FreezeAsked = { several?: boolean };

const choices = ['choice.agent'] as const;

/** Asks a customer on a known telephone which card to freeze. The answer is `none` where they cannot tell. */
export class FreezeQuestion extends Question<
  FreezeAsked,
  CardGiven | { none: true },
  CardNumberProblemFound
> {
  static readonly id = 'freezeQuestion';
  override readonly takes: readonly Intent[] = ['deny'];
  protected readonly offer = 'freezing.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(FreezeQuestion.id, parts);
  }

  help(): MessageId {
    return 'freezing.help';
  }

  why(): MessageId {
    return 'freezing.help';
  }

  protected async ask(turnContext: TurnContext, { several }: FreezeAsked): Promise<void> {
    await this.speaker.say(turnContext, several ? 'cardNumber.several' : 'freezing.which', {}, { choices });
  }

  protected hear(
    { found, intent }: Utterance,
    { several }: FreezeAsked,
  ): Answer<CardGiven | { none: true }, CardNumberProblemFound> {
    if (found?.what === 'lastFour' && several)
      return { trouble: 'wrongFormat', detail: { problem: 'length', count: 4 } };
    if (found?.what === 'lastFour') return { value: { lastFour: found.lastFour } };
    if (found?.what === 'card') return { value: found.card };
    if (found?.what === 'cardNumberProblem') return { trouble: 'wrongFormat', detail: found };
    return intent === 'deny' ? { value: { none: true } } : { trouble: 'notUnderstood' };
  }

  protected async askAgain(
    turnContext: TurnContext,
    _about: FreezeAsked,
    trouble: Trouble,
    found: CardNumberProblemFound | undefined,
  ): Promise<void> {
    const id =
      trouble === 'wrongFormat' && found ? (`cardNumber.${found.problem}` as const) : 'freezing.again';
    await this.speaker.say(turnContext, id, { count: found?.count ?? 0 }, { choices });
  }
}
