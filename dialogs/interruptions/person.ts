import { mostTroubles, offersPerson } from '../prompts/question.ts';
import { saysYes } from '../understanding/yes.ts';
import type { Listener } from './listener.ts';
import { askAgain, over } from './outcome.ts';

/** A person is wanted, by name or by a yes where one was offered. */
export const person: Listener<'handoff' | 'notUnderstood'> = async (
  { context, said, open },
  { handoff, notUnderstood },
) => {
  if (saysYes(said.words)) {
    const offered = open ? offersPerson(open) : (await notUnderstood.get(context, 0)) >= mostTroubles;
    if (!offered) return undefined;
    if (!open) await notUnderstood.set(context, 0);
  } else if (said.intent !== 'agent') return undefined;
  // A customer who waits for a person is asked nothing more by the bot.
  return (await handoff.toPerson(context, open)) === 'waits' ? over : askAgain;
};
