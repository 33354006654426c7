import type { Listener } from './listener.ts';
import { askAgain } from './outcome.ts';

/** Explains the open question and why it is asked. After a greeting the question is only asked again. */
export const explanation: Listener<'speaker'> = async ({ context, said, open }, { speaker }) => {
  if (!open) return undefined;
  if (said.intent === 'help') await speaker.say(context, open.help);
  else if (said.intent === 'whyAsked') await speaker.say(context, open.why);
  else if (said.intent !== 'greet') return undefined;
  return askAgain;
};
