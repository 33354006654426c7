import { longestUtterance } from '../../kit/customerText.ts';
import { type Aside, namedOf, patternOf } from '../../words/heard.ts';
import { typedWords } from './typedWords.ts';

const asides = namedOf((heard) => heard.asides.asides);
const otherCard = patternOf((heard) => heard.asides.otherCard);

/** Where something of the bank's is, and no number. */
const places = patternOf((heard) => heard.asides.places);

/** The question beside the matter that this is, if any; digits have been masked before. */
export function asideIn(text: string): Aside | undefined {
  const typed = typedWords(text, longestUtterance);
  const asked = asides.find(({ words }) => words.test(typed))?.name;
  return asked === 'where' && places.test(typed) ? undefined : asked;
}

/** Whether the customer means another card than the one that was named. */
export function meansOtherCard(text: string): boolean {
  return otherCard.test(typedWords(text, longestUtterance));
}
