import type { MessageId } from '../../words/conversation.ts';
import { mainChoices } from '../messages/mainChoices.ts';
import { reasonsInWords } from '../messages/reasons.ts';
import type { SpokenOf } from '../state/conversationState.ts';
import type { Means, Turn } from './listener.ts';
import { askAgain, type Outcome, over } from './outcome.ts';

/**
 * Tells why the card that was spoken of is frozen, or was: the reason where the bank's side has told it, and else what it
 * may be in general. @returns nothing where no card was spoken of, so that one is looked up
 */
export async function whyFrozen(
  { context, open }: Turn,
  { speaker, spokenOf }: Pick<Means, 'speaker' | 'spokenOf'>,
): Promise<Outcome | undefined> {
  const spoken = await spokenOf.get(context, null);
  if (!open && !spoken?.frozen && !spoken?.reasons.length) return undefined;
  const reasons = reasonsInWords(await speaker.language(context), spoken?.reasons ?? []);
  const facts = { reasons, lastFour: spoken?.card.lastFour ?? '' };
  await speaker.say(context, answerTo(spoken), facts, { choices: open ? [] : mainChoices });
  return open ? askAgain : over;
}

function answerTo(spoken: SpokenOf): MessageId {
  if (spoken?.reasons.length) return spoken.frozen ? 'whyFrozen.is' : 'whyFrozen.was';
  return spoken?.frozen && !spoken.remote ? 'whyFrozen.byStaff' : 'whyFrozen.inGeneral';
}
