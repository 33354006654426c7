import { meansSpokenCard } from '../understanding/spokenCard.ts';
import { howToUnfreeze } from './howToUnfreeze.ts';
import type { Listener } from './listener.ts';
import { begin } from './outcome.ts';

/** Where nothing is open: the status of a card, which is the one just spoken of where "it" is asked about; how to unfreeze one, or to unfreeze the one that was just spoken of. */
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
