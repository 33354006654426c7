import { rowsOf } from '../../words/heard.ts';

/** The words that decide, and that nobody in a hurry spells right. */
const deciding = rowsOf((heard) => heard.spelling.deciding);
const wellSpelt = new Set([...deciding, ...rowsOf((heard) => heard.spelling.wellSpelt)]);

/** The deciding word that a word is one slip of the fingers away from, with the same first letter; else the word. */
export function respelt(word: string): string {
  if (word.length < 4 || wellSpelt.has(word)) return word;
  return deciding.find((right) => right[0] === word[0] && oneSlip(word, right)) ?? word;
}

/** Whether one letter is too many, missing or another one, or two neighbours changed places. */
function oneSlip(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === right[same]) same++;
  const [rest, rightRest] = [word.slice(same), right.slice(same)];
  if (rest.length > rightRest.length) return rest.slice(1) === rightRest;
  if (rest.length < rightRest.length) return rest === rightRest.slice(1);
  const swapped =
    rest[0] === rightRest[1] && rest[1] === rightRest[0] && rest.slice(2) === rightRest.slice(2);
  return rest.slice(1) === rightRest.slice(1) || swapped;
}
