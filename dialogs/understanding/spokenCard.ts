import { patternOf } from '../../words/heard.ts';
import { plainText } from './plainText.ts';

const longest = 100;
const spokenCard = patternOf((heard) => heard.spokenCard.spokenCard);
const another = patternOf((heard) => heard.spokenCard.another);

/** Whether a question about a card's status means the card that was just spoken of, and no other. */
export function meansSpokenCard(text: string): boolean {
  if (text.length > longest) return false;
  const plain = plainText(text);
  return spokenCard.test(plain) && !another.test(plain);
}
