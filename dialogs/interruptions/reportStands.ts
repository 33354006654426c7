import { FreezeQuestion } from '../prompts/freezeQuestion.ts';
import type { Listener } from './listener.ts';
import { over } from './outcome.ts';

/** While a report of a loss stands, who asks for a way to unfreeze a card, which begins nothing by itself, hears so. */
export const reportStands: Listener<'report'> = async ({ context, said, open }, { report }) => {
  const { found, intent, passing } = said;
  const wants = open?.id === FreezeQuestion.id && (intent === 'unfreeze' || intent === 'cardStatus');
  if (found || !(wants || intent === 'howToUnfreeze' || passing === 'whatNeeded' || passing === 'link'))
    return undefined;
  return (await report.refuses(context)) ? over : undefined;
};
