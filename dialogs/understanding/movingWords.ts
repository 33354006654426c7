import { patternOf } from '../../words/heard.ts';
import { longestWish, typedWords } from './typedWords.ts';

const moving = patternOf((heard) => heard.moving.moving);
const wantingCode = patternOf((heard) => heard.moving.wantingCode);
const havingCode = patternOf((heard) => heard.moving.havingCode);
const refusing = patternOf((heard) => heard.moving.refusing);

/** Whether the customer wants to go on in another channel, or a code for it. Asked only where a case is open. */
export function wantsToMove(text: string): boolean {
  const plain = typedWords(text, longestWish);
  return (
    (moving.test(plain) || (wantingCode.test(plain) && !havingCode.test(plain))) && !refusing.test(plain)
  );
}

/** Whether they say that they have a code, without giving it. */
export function hasCode(text: string): boolean {
  const plain = typedWords(text, longestWish);
  return havingCode.test(plain) && !refusing.test(plain);
}
