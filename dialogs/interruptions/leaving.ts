import { mainChoices } from '../messages/mainChoices.ts';
import { itemAsked, wouldLoseItems } from '../prompts/authenticationItemQuestion.ts';
import { LeaveQuestion, type Leaving } from '../prompts/leaveQuestion.ts';
import { namesUnfreezing } from '../understanding/guard.ts';
import type { Intent } from '../understanding/intents.ts';
import { plainText } from '../understanding/plainText.ts';
import type { ListenedTurn, Listener } from './listener.ts';
import { over } from './outcome.ts';

const ways: Partial<Record<Intent, Leaving['how']>> = { cancel: 'cancelled', startOver: 'startedOver' };

/** At an item a no by itself says nothing, and one to the unfreezing is a way out. */
function refusesToGoOn({ intent, words }: ListenedTurn['said']): boolean {
  return intent === 'deny' && namesUnfreezing(plainText(words));
}

/** Leaves the open question for good. Where a given item would be lost, the customer is asked first. */
export const leaving: Listener<'speaker'> = async ({ context, said, open }, { speaker }) => {
  const item = itemAsked(open);
  const how = ways[said.intent] ?? (item && refusesToGoOn(said) ? 'cancelled' : undefined);
  if (!open || how === undefined) return undefined;
  if (item && wouldLoseItems(item)) return { next: 'askFirst', question: LeaveQuestion.id, about: { how } };
  await speaker.say(context, how, {}, { choices: mainChoices });
  return over;
};
