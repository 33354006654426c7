import { meansSpokenCard } from '../understanding/spokenCard.ts';
import { howToUnfreeze } from './howToUnfreeze.ts';
import type { Listener } from './listener.ts';
import { begin } from './outcome.ts';

/**
 * Begins what was wished for, where nothing is open: a card's status, how to unfreeze a card, or unfreezing it. A wish
 * about "it" means the card that was just spoken of.
 */
export const cardWish: Listener<'speaker' | 'spokenOf' | 'notUnderstood'> = async (turn, means) => {
  const { context, said, open } = turn;
  if (open) return undefined;
  switch (said.intent) {
    case 'cardStatus': {
      const spoken = meansSpokenCard(said.words) ? await means.spokenOf.get(context, null) : null;
      return begin(spoken ? { card: spoken.card } : {});
    }
    case 'howToUnfreeze':
      return howToUnfreeze(turn, means);
    case 'unfreeze': {
      const spoken = await means.spokenOf.get(context, null);
      return begin(spoken?.frozen ? { card: spoken.card } : {});
    }
    default:
      return undefined;
  }
};
