import { patternOf } from '../../words/heard.ts';
import { longestWish, typedWords } from './typedWords.ts';
import { yesIn } from './yes.ts';

const byText = patternOf((heard) => heard.links.byText);
const plainly = patternOf((heard) => heard.links.plainly);

/** Whether nothing but a link and a yes is in the words of who wants one, so that they are an answer and no story. */
export function isPlainLinkWish(text: string): boolean {
  const plain = typedWords(text, longestWish);
  if (byText.test(plain.trim())) return true;
  return plain.search(plainly) >= 0 && yesIn(plain.replace(plainly, ' ')) !== undefined;
}
