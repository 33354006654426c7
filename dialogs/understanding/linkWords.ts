import { patternOf } from '../../words/heard.ts';
import { longestWish, typedWords } from './typedWords.ts';
import { yesIn } from './yes.ts';

const wanting = patternOf((heard) => heard.links.wanting);
const wantingText = patternOf((heard) => heard.links.wantingText);
const refusing = patternOf((heard) => heard.links.refusing);
const plainly = patternOf((heard) => heard.links.plainly);
const missing = patternOf((heard) => heard.links.missing);

/** Whether the customer wants a link to the secure form. Who tells of a link that they got, or refuses one, does not. */
export function wantsLink(text: string): boolean {
  const plain = typedWords(text, longestWish);
  return wantingText.test(plain.trim()) || (wanting.test(plain) && !refusing.test(plain));
}

/** Whether nothing but a link and a yes is in the words, so that they are an answer and no story. */
export function isPlainLinkWish(text: string): boolean {
  const plain = typedWords(text, longestWish);
  if (wantingText.test(plain.trim())) return true;
  return plain.search(plainly) >= 0 && yesIn(plain.replace(plainly, ' ')) !== undefined;
}

/** Whether they say that a link has not come. Asked only of who waits for one. */
export function missesLink(text: string): boolean {
  return missing.test(typedWords(text, longestWish));
}
