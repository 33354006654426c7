import { itemAsked } from '../prompts/authenticationItemQuestion.ts';
import { isBareWhy } from '../understanding/freezeQuestions.ts';
import { lockQuestionIn } from '../understanding/lockQuestions.ts';
import type { Listener } from './listener.ts';
import { askAgain } from './outcome.ts';
import { whatElse } from './whatElse.ts';

/**
 * "When can I try again", "I am locked out", "why": answered in a conversation that has heard of a lock, for as long as it
 * stands. How many tries are left is answered everywhere, with the number that was told last.
 */
export const lockQuestion: Listener<'speaker' | 'lock'> = async (turn, means) => {
  const { context, said, open } = turn;
  if (said.found) return undefined;
  const asked = lockQuestionIn(said.words) ?? (!open && isBareWhy(said.words) ? 'lock' : undefined);
  if (asked === undefined) return undefined;
  if (!itemAsked(open) && (await means.lock.tells(context))) return askAgain;
  if (asked === 'lock') return undefined;
  const { attempt = 1, attemptsLeft = 0 } = itemAsked(open)?.authenticationRequest ?? {};
  // Before a try has failed here the number is nobody's to hear: it would tell of tries that others have made.
  if (attempt > 1) await means.speaker.say(context, 'tries.left', { count: attemptsLeft });
  else await means.speaker.say(context, 'tries.some');
  return whatElse(turn, means);
};
