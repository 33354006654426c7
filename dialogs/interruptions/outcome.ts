import type { CardStatusWish } from './cardStatusWish.ts';

/** What the conversation begins with: what the customer wants, the offer of a case that is open elsewhere, or which card to freeze. */
export type Beginning =
  | { wish: CardStatusWish; offersCase?: never; freezes?: never }
  | { wish?: never; offersCase: true; freezes?: never }
  | { wish?: never; offersCase?: never; freezes: true };

/**
 * What comes of a turn.
 * - `askAgain`: it was answered, and the question that is open is asked again
 * - `stays`: it was answered with a question of its own, and what is open waits as it is
 * - `over`: it was answered, and nothing is open any more
 * - `begin`: whatever was open is left for this
 * - `askFirst`: something would be lost, so the customer is asked whether they mean it
 * - `question`: it is for the open question to hear
 */
export type Outcome =
  | { next: 'askAgain' }
  | { next: 'stays' }
  | { next: 'over' }
  | { next: 'begin'; with: Beginning }
  | { next: 'askFirst'; question: string; about: object }
  | { next: 'question' };

export const askAgain: Outcome = { next: 'askAgain' };
export const stays: Outcome = { next: 'stays' };
export const over: Outcome = { next: 'over' };
export const forTheQuestion: Outcome = { next: 'question' };

export const asksWhichToFreeze: Outcome = { next: 'begin', with: { freezes: true } };

export function begin(wish: CardStatusWish): Outcome {
  return { next: 'begin', with: { wish } };
}
