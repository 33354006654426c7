import { isOnlyWords } from './goesOn.ts';
import type { Listener } from './listener.ts';
import { begin, over } from './outcome.ts';
import { type Behalf, saysOwnCard } from './standingBehalf.ts';

/**
 * The card is somebody else's, or its holder has died: nothing that was open goes on, and no password of theirs is ever
 * asked for. The bereaved get a person at once. It ends with the word that the card is the customer's own.
 */
export const behalf: Listener<'behalf' | 'handoff' | 'speaker' | 'topics'> = async (turn, means) => {
  const { context, said, open } = turn;
  const standing = await means.behalf.stands(context);
  if (standing && isOnlyWords(said.found) && saysOwnCard(said)) {
    await means.behalf.ends(context);
    return begin({});
  }
  const whose = said.label ? undefined : whoseIn(means.topics.of(said));
  if (whose === undefined || !means.speaker.sentences.has(`topic.${whose}`)) return undefined;
  // "Can I use his password" is asked of the dead as of the living.
  const told = standing ?? whose;
  await means.behalf.begins(context, whose === 'holderDead' ? whose : told);
  if (whose === 'holderDead' && standing !== 'holderDead') await means.handoff.toPerson(context, open);
  return over;
};

function whoseIn(topic: string | undefined): Behalf | undefined {
  return topic === 'holderDead' || topic === 'relative' ? topic : undefined;
}
