import type { Language } from './language.ts';

/** English words and Chinese characters that a voice says in a minute and in a second, as an unhurried one does. */
const wordsAMinute = 165;
const charactersASecond = 4.5;
/** A turn on the telephone lasts no longer: nobody keeps more than that in mind. */
export const longestTurn = 8;

/** How many seconds a voice takes to say a text. Digits that stand apart are a word or a character each. */
export function secondsOf(text: string, language: Language): number {
  const han = text.match(/\p{Script=Han}|\p{N}/gu)?.length ?? 0;
  const latin = text.match(/[\p{Script=Latin}\d’'-]+/gu) ?? [];
  if (language === 'en') return (latin.length * 60) / wordsAMinute;
  const words = latin.filter((word) => /\p{Script=Latin}/u.test(word)).length;
  return han / charactersASecond + (words * 60) / wordsAMinute;
}
