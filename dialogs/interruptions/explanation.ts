import type { Listener } from './listener.ts';
import { askAgain } from './outcome.ts';

/** What the open question is about, and why it is asked; a greeting only brings it back. */
export const explanation: Listener<'speaker'> = async ({ context, said, open }, { speaker }) => {
  if (!open) return undefined;
  if (said.intent === 'help') await speaker.say(context, open.help);
  else if (said.intent === 'whyAsked') await speaker.say(context, open.why);
  else if (said.intent !== 'greet') return undefined;
  return askAgain;
};
