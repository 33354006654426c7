import { mainChoices } from '../messages/mainChoices.ts';
import { itemAsked, wouldLoseItems } from '../prompts/authenticationItemQuestion.ts';
import { LeaveQuestion, type Leaving } from '../prompts/leaveQuestion.ts';
import type { Intent } from '../understanding/intents.ts';
import type { Listener } from './listener.ts';
import { over } from './outcome.ts';

const ways: Partial<Record<Intent, Leaving['how']>> = { cancel: 'cancelled', startOver: 'startedOver' };

/** Leaves the open question for good. Where a given item would be lost, the customer is asked first. */
export const leaving: Listener<'speaker'> = async ({ context, said, open }, { speaker }) => {
  const how = ways[said.intent];
  if (!open || how === undefined) return undefined;
  const item = itemAsked(open);
  if (item && wouldLoseItems(item)) return { next: 'askFirst', question: LeaveQuestion.id, about: { how } };
  await speaker.say(context, how, {}, { choices: mainChoices });
  return over;
};
