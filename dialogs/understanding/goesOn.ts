import type { Activity } from 'botbuilder';
import { heard } from './heard.ts';
import type { Intent } from './intents.ts';
import { isDisowning } from './notMe.ts';
import { understand } from './understand.ts';

const ofTheirOwn: readonly Intent[] = [
  'freezeOrReport',
  'agent',
  'cancel',
  'startOver',
  'changeLanguage',
  'howToUnfreeze',
  'help',
  'thanks',
];

/** Whether a message only goes on with what was spoken of, as an answer or a form does, and wants nothing of its own. */
export function goesOn(activity: Activity): boolean {
  const found = heard(activity);
  if (found) return ['sealedItem', 'itemProblem', 'strayedSecret', 'silence'].includes(found.what);
  const { text = '' } = activity;
  return !isDisowning(text) && !ofTheirOwn.includes(understand(text).intent);
}
