import type { TurnContext } from 'botbuilder';
import { regionOf } from '../../kit/wordingRegion.ts';
import type { AuthenticationRequest } from '../../services/contract/authenticationRequest.ts';
import { type AuthenticationItem, type ItemProblem, items } from '../../services/contract/items/index.ts';
import type { SealedItem } from '../../services/contract/secureForm.ts';
import type { MessageId } from '../../words/conversation.ts';
import type { Speaker } from '../state/speaker.ts';
import type { Utterance } from '../state/utterance.ts';
import type { Heard } from '../understanding/heard.ts';
import { type Answer, type OpenQuestion, Question, type Trouble } from './question.ts';
import { secureFormAttachment } from './secureFormAttachment.ts';

/** The item that is asked for, with its authentication request. */
export type ItemAsked = { item: AuthenticationItem; authenticationRequest: AuthenticationRequest };

/** A sealed item that was lost with its turn. */
export type LostItem = Omit<SealedItem, 'envelope'>;

type WrongForm = Extract<Heard, { what: 'itemProblem' }>;

/**
 * Asks for one item, with a form that seals it on the user terminal.
 * What was typed as plain text has been sealed at the edge: this hears envelopes only.
 */
export class AuthenticationItemQuestion extends Question<ItemAsked, SealedItem | LostItem, WrongForm> {
  static readonly id = 'authenticationItem';
  protected readonly offer = 'authentication.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(AuthenticationItemQuestion.id, parts);
  }

  help({ item }: ItemAsked): MessageId {
    return items[item].sentences.help;
  }

  why({ item }: ItemAsked): MessageId {
    return items[item].sentences.why;
  }

  protected async ask(turnContext: TurnContext, about: ItemAsked): Promise<void> {
    await this.#sayWithForm(turnContext, about, items[about.item].sentences.ask);
  }

  protected hear({ found }: Utterance): Answer<SealedItem | LostItem, WrongForm> {
    if (found?.what === 'sealedItem') return { value: found.sealed };
    if (found?.what === 'lostItem') return { value: found.item };
    if (found?.what === 'itemProblem') return { trouble: 'wrongFormat', detail: found };
    return { trouble: 'notUnderstood' };
  }

  protected async askAgain(
    turnContext: TurnContext,
    about: ItemAsked,
    trouble: Trouble,
    detail: WrongForm | undefined,
    choices: readonly MessageId[],
  ): Promise<void> {
    const problems: Partial<Record<ItemProblem, MessageId>> = items[about.item].problems;
    const wrong = trouble === 'wrongFormat' && detail ? problems[detail.problem] : undefined;
    await this.#sayWithForm(
      turnContext,
      about,
      wrong ?? 'authentication.notUnderstood',
      detail?.count,
      choices,
    );
  }

  async #sayWithForm(
    turnContext: TurnContext,
    about: ItemAsked,
    id: MessageId,
    count = 0,
    choices: readonly MessageId[] = [],
  ): Promise<void> {
    const language = await this.speaker.language(turnContext);
    const { sentences } = this.speaker;
    const place = regionOf(turnContext.activity.locale);
    const attachment = secureFormAttachment(
      sentences,
      { language, place },
      about.item,
      about.authenticationRequest,
    );
    const own = ['choice.whyAsked', 'choice.cancel'] as const;
    const saying = { choices: choices.length > 0 ? choices : own, attachment };
    await this.speaker.say(turnContext, id, { count }, saying);
  }
}

/** The item that the open question asks for; undefined for another question. */
export function itemAsked(open: Pick<OpenQuestion, 'id' | 'about'> | undefined): ItemAsked | undefined {
  return open?.id === AuthenticationItemQuestion.id ? (open.about as ItemAsked) : undefined;
}

/** Whether leaving now would lose an item that was given in this attempt. */
export function wouldLoseItems({ item, authenticationRequest: { items } }: ItemAsked): boolean {
  return items.indexOf(item) > 0;
}

/** Whether a form's answer belongs to the present question, and not to an earlier form. */
export function answers(
  given: Pick<SealedItem, 'item' | 'authenticationRequest' | 'attempt'>,
  { item, authenticationRequest }: ItemAsked,
): boolean {
  return (
    given.item === item &&
    given.authenticationRequest === authenticationRequest.id &&
    given.attempt === authenticationRequest.attempt
  );
}
