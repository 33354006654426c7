import { mainChoices } from '../messages/mainChoices.ts';
import { itemAsked, wouldLoseItems } from '../prompts/authenticationItemQuestion.ts';
import { awaitedBy } from '../prompts/awaited.ts';
import { UnfreezeQuestion } from '../prompts/unfreezeQuestion.ts';
import type { Listener } from './listener.ts';
import { askAgain, begin, over } from './outcome.ts';

/** Goes one step back from the open question. Only an item that was sealed and sent cannot be taken back. */
export const goingBack: Listener<'speaker' | 'spokenOf'> = async (turn, { speaker, spokenOf }) => {
  const { context, said, open } = turn;
  if (!open || said.intent !== 'goBack') return undefined;
  const item = itemAsked(open);
  if (item && wouldLoseItems(item)) {
    await speaker.say(context, 'goBack.sent');
    return askAgain;
  }
  const spoken = await spokenOf.get(context, null);
  if (spoken && (item || awaitedBy(open).what === 'return')) return begin({ card: spoken.card });
  if (open.id === UnfreezeQuestion.id) return begin({});
  await speaker.say(context, 'startedOver', {}, { choices: mainChoices });
  return over;
};
