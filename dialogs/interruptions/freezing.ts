import type { TurnContext } from 'botbuilder';
import { normalText } from '../../kit/customerText.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import type { LastFour, NamedCard } from '../../services/contract/card.ts';
import type { CardFreezing, CardFreezingAnswer } from '../../services/contract/cardFreezing.ts';
import { numbersIn } from '../../words/numbers/numbersIn.ts';
import type { CardGiven } from '../prompts/cardNumberQuestion.ts';
import type { ConversationProperties } from '../state/conversationState.ts';
import type { DialogDependencies } from '../state/dialogDependencies.ts';
import { phoneOf, userTerminal } from '../state/userTerminal.ts';
import { utteranceOf } from '../state/utterance.ts';
import { cardsHeard } from '../understanding/heard.ts';

type FreezingDependencies = Pick<DialogDependencies, 'customerService'>;
type Properties = Pick<ConversationProperties, 'spokenOf' | 'proven' | 'lossReport'>;

/** A card that was frozen on request. `isDone` is false while the card system is still working on it. */
export type Frozen = { card: NamedCard; isDone: boolean };
/** The outcome of a wish to freeze. `several`: only the full number tells which card is meant. */
export type Tried = { frozen: readonly Frozen[]; outcome: CardFreezingAnswer['outcome'] };

/**
 * Freezes a card at once that a customer wants frozen or has lost. The bank's side decides whether the proof is enough.
 */
export class Freezing {
  readonly #parts: FreezingDependencies;
  readonly #properties: Properties;

  constructor(parts: FreezingDependencies, properties: Properties) {
    this.#parts = parts;
    this.#properties = properties;
  }

  /**
   * Tries the cards that are named, else those that are known here. @param request in which the document may have matched
   * @returns undefined where no card is known that could be meant
   */
  async tries(turnContext: TurnContext, request?: string): Promise<Tried | undefined> {
    const authenticationRequest =
      request ?? (await this.#properties.proven.get(turnContext, null)) ?? undefined;
    const meant = await this.#meant(turnContext);
    if (meant.length === 0) return undefined;
    const frozen: Frozen[] = [];
    let outcome: CardFreezingAnswer['outcome'] = 'notFrozen';
    for (const one of meant) {
      const answer = await this.#asks(turnContext, { ...one, authenticationRequest });
      outcome = answer.outcome;
      if ('card' in answer) frozen.push({ card: answer.card, isDone: answer.outcome === 'frozen' });
    }
    await this.#notes(turnContext, frozen);
    return { frozen, outcome };
  }

  /** Tries the card that was asked for. */
  async triesGiven(turnContext: TurnContext, { card, lastFour }: CardGiven): Promise<Tried> {
    const authenticationRequest = (await this.#properties.proven.get(turnContext, null)) ?? undefined;
    const answer = await this.#asks(turnContext, { card, lastFour, authenticationRequest });
    const frozen = 'card' in answer ? [{ card: answer.card, isDone: answer.outcome === 'frozen' }] : [];
    await this.#notes(turnContext, frozen);
    return { frozen, outcome: answer.outcome };
  }

  /** A bank's side that is away, or was asked too often, has frozen nothing: then a person must. */
  async #asks(
    turnContext: TurnContext,
    freezing: Omit<CardFreezing, 'userTerminal' | 'phone'>,
  ): Promise<CardFreezingAnswer> {
    const phone = phoneOf(turnContext);
    try {
      const asked = { ...freezing, userTerminal: userTerminal(turnContext), phone };
      return await this.#parts.customerService.freezeCard(asked);
    } catch (error) {
      if (error instanceof UnfreezeError) return { outcome: 'notFrozen' };
      throw error;
    }
  }

  /** Remembers the cards as those that are spoken of, and as frozen by the customer. */
  async #notes(turnContext: TurnContext, frozen: readonly Frozen[]): Promise<void> {
    const card = frozen.at(-1)?.card;
    if (!card) return;
    await this.#properties.spokenOf.set(turnContext, {
      ...{ card, frozen: true, remote: false },
      reasons: ['customerRequest'],
    });
  }

  async #meant(turnContext: TurnContext): Promise<{ card?: string; lastFour?: LastFour }[]> {
    const named = cardsHeard(turnContext.activity);
    if (named.length > 0) return named;
    const lastFour = lastFourIn(utteranceOf(turnContext.activity).words);
    if (lastFour !== undefined && phoneOf(turnContext) !== undefined) return [{ lastFour }];
    const spoken = await this.#properties.spokenOf.get(turnContext, null);
    if (spoken) return [spoken.card];
    return (await this.#properties.lossReport.get(turnContext, null))?.cards ?? [];
  }
}

/** The last four digits in a sentence like "my card ending 4446"; undefined where it names none or several. */
function lastFourIn(words: string): LastFour | undefined {
  const written: string[] = normalText(words).match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  const read = numbersIn(words).flatMap(({ digits }) => (digits.length === 4 ? digits : []));
  const [only, ...others] = new Set([...written, ...read]);
  return others.length === 0 ? only : undefined;
}
