import type { NamedCard } from '../../services/contract/card.ts';
import type { CardNumberAsked } from '../prompts/cardNumberQuestion.ts';

/**
 * The card, or several, where the customer has named them already; or what was wrong with the number that was given.
 * `others`: the cards are those that the customer has, and none of them need be meant; `another`: the card is one of those.
 * `onlyHow`: the customer wants to know how to unfreeze it, not yet to do it.
 * One who `returned` has heard the status before: they are only asked whether to unfreeze the card. `byLink`: they want
 * to unfreeze it through a link to the secure form, and have said so at that question unless they `returned`.
 */
export type CardStatusWish = {
  card?: NamedCard;
  cards?: NamedCard[];
  others?: boolean;
  another?: boolean;
  onlyHow?: boolean;
  returned?: boolean;
  byLink?: boolean;
} & CardNumberAsked;
