import { patternOf, rowsOf } from '../../words/heard.ts';
import { plainText } from './plainText.ts';

export const cardQuestions = rowsOf((heard) => heard.cardQuestions.cardQuestions);
const ofOne = patternOf((heard) => heard.cardQuestions.ofOne);

/** A question is short; what is longer tells more. */
const longest = 80;

/** Whether the customer asks which cards of theirs are frozen, and nothing else. "Is my card frozen" is about one. */
export function asksForCards(text: string): boolean {
  if (text.length > longest) return false;
  const plain = plainText(text);
  return !ofOne.test(plain) && cardQuestions.some(({ when }) => when.test(plain));
}
