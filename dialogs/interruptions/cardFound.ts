import { tellsOfFinding } from '../understanding/cardFound.ts';
import type { Listener } from './listener.ts';

/** The card that was reported was found: the report ends. Where none stands, the words mean what they mean to others. */
export const cardFound: Listener<'report'> = async ({ context, said }, { report }) =>
  (await report.stands(context)) && (said.label === 'choice.cardFound' || tellsOfFinding(said.words))
    ? report.ends(context)
    : undefined;
