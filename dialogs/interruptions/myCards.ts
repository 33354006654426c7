import { requestStanding } from '../prompts/requestStanding.ts';
import { asksForCards } from '../understanding/myCards.ts';
import type { Listener } from './listener.ts';
import { begin } from './outcome.ts';
import { whatElse } from './whatElse.ts';

/**
 * Tells which of the customer's cards are frozen, after the whole proof was given here and while the bank's side allows
 * it.
 */
export const myCards: Listener<'speaker' | 'processor' | 'proven'> = async (turn, means) => {
  const { context, said } = turn;
  if (said.found || said.label || !asksForCards(said.words)) return undefined;
  const { speaker, processor } = means;
  const request = await means.proven.get(context, null);
  const { others } = request === null ? {} : await requestStanding(processor, request);
  // An answer that could not be had is not the answer that there are none.
  if (others === undefined) {
    await speaker.say(context, 'others.afterProof');
    return whatElse(turn, means);
  }
  if (others.length > 0) return begin({ cards: others, others: true });
  await speaker.say(context, 'others.none');
  return whatElse(turn, means);
};
