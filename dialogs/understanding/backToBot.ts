import { patternOf, rowsOf } from '../../words/heard.ts';
import { plainText } from './plainText.ts';

const wishes = rowsOf((heard) => heard.handovers.toBot);
const refusing = patternOf((heard) => heard.handovers.refusing);

/** Whether somebody who waits for a person, or writes with one, wants the bot again. */
export function wantsBot(text: string): boolean {
  const plain = plainText(text);
  if (plain.length > 60) return false;
  const asked = plain.replace(/\?+$/, '');
  return wishes.some((wish) => wish.test(asked)) && !refusing.test(asked);
}
