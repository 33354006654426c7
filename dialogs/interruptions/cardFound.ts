import { tellsOfFinding } from '../understanding/cardFound.ts';
import type { Listener } from './listener.ts';

/** Ends a report because the card was found. Without a report the turn is left to the next listeners. */
export const cardFound: Listener<'report'> = async ({ context, said }, { report }) =>
  (await report.stands(context)) && (said.label === 'choice.cardFound' || tellsOfFinding(said.words))
    ? report.ends(context)
    : undefined;
