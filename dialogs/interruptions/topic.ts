import { mainChoices } from '../messages/mainChoices.ts';
import type { SentenceId } from '../messages/wording.ts';
import type { Listener } from './listener.ts';
import { askAgain, over } from './outcome.ts';
import { saysOrOffers } from './saidOften.ts';

/**
 * One of the bank's topics is asked about: its answer, and what is open stands again. Where the bank has no answers, none
 * is. How long it takes is the bank's to say only of a card that cannot be unfrozen here, which no minute will do for.
 */
export const topic: Listener<'speaker' | 'topics' | 'notUnderstood' | 'spokenOf' | 'closing'> = async (
  turn,
  means,
) => {
  const { context, said, open } = turn;
  const { speaker, topics, spokenOf, closing } = means;
  if (said.found || said.label) return undefined;
  const asked = topics.of(said) ?? (said.passing === 'howLong' ? 'howLong' : undefined);
  if (asked === undefined || !speaker.sentences.has(`topic.${asked}`)) return undefined;
  const spoken = asked === 'howLong' ? await spokenOf.get(context, null) : null;
  const id: SentenceId =
    asked === 'howLong' && !(spoken?.frozen && !spoken.remote) ? 'aside.howLong' : `topic.${asked}`;
  await saysOrOffers(turn, means, id, { choices: open ? [] : mainChoices });
  if (open) return askAgain;
  await closing.hasAnswered(context, asked);
  return over;
};
