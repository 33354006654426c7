import type { MessageId } from '../../words/conversation.ts';
import { mainChoices } from '../messages/mainChoices.ts';
import { itemAsked, wouldLoseItems } from '../prompts/authenticationItemQuestion.ts';
import { awaitedBy } from '../prompts/awaited.ts';
import { LeaveQuestion, type Leaving } from '../prompts/leaveQuestion.ts';
import { wayOutIn } from '../understanding/waysOut.ts';
import type { ListenedTurn, Listener, Means } from './listener.ts';
import { askAgain, type Outcome, over } from './outcome.ts';

/**
 * Another day, not here, another way: at every step, in the customer's own words. Whole clauses alone are taken, so that
 * nothing which reports a loss is one: "I don't have the card with me" sounds like one.
 */
export const wayOut: Listener<'speaker'> = async (turn, means) => {
  const { said, open } = turn;
  const way = said.found || said.label ? undefined : wayOutIn(said.words);
  if (way === undefined) return undefined;
  if (way === 'later') return leaves(turn, means);
  await means.speaker.say(turn.context, answerTo(way, open), {}, { choices: open ? [] : mainChoices });
  return open ? askAgain : over;
};

function answerTo(way: 'notHere' | 'otherWay', open: ListenedTurn['open']): MessageId {
  const { what } = awaitedBy(open);
  if (what === 'authenticationItem') return `wayOut.${way}.item`;
  return what === 'cardNumber' ? `wayOut.${way}.card` : `wayOut.${way}`;
}

/** What a no leaves in its own words stays with its question. */
const sayNo: readonly string[] = ['unfreezeQuestion', 'caseOffer'];

async function leaves(
  { context, open }: ListenedTurn,
  { speaker }: Pick<Means, 'speaker'>,
): Promise<Outcome | undefined> {
  if (open && sayNo.includes(open.id)) return undefined;
  const item = itemAsked(open);
  const leaving: Leaving = { how: 'cancelled' };
  if (item && wouldLoseItems(item)) return { next: 'askFirst', question: LeaveQuestion.id, about: leaving };
  await speaker.say(context, open ? 'wayOut.later' : 'goodbye', {}, { choices: mainChoices });
  return over;
}
