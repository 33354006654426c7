import type { Utterance } from '../state/utterance.ts';
import type { Heard } from '../understanding/heard.ts';
import type { Intent } from '../understanding/intents.ts';

const goingOn: readonly Intent[] = [
  'cardStatus',
  'unfreeze',
  'affirm',
  'deny',
  'goBack',
  'repeat',
  'whyAsked',
  'greet',
  'none',
];
const foundGoingOn: readonly Heard['what'][] = ['sealedItem', 'itemProblem', 'strayedSecret', 'silence'];

/** Whether a turn only continues, like an answer or a form, and has no wish of its own. */
export function goesOn({ found, intent }: Utterance): boolean {
  return isOnlyWords(found) ? goingOn.includes(intent) : foundGoingOn.includes(found.what);
}

/** Whether the edge found nothing beside the words, or nothing that the customer could not have said too. */
export function isOnlyWords(found: Heard | undefined): found is Extract<Heard, { what: 'wish' }> | undefined {
  return found === undefined || found.what === 'wish';
}
