import type { Language } from './language.ts';

/** The speed of an unhurried voice: English words in a minute, Chinese characters in a second. */
const wordsAMinute = 165;
const charactersASecond = 4.5;
/** The longest turn on the telephone in seconds; nobody remembers more than that. */
export const longestTurn = 8;

/** The seconds that a voice takes to say a text. Each digit counts as one word or character. */
export function secondsOf(text: string, language: Language): number {
  const han = text.match(/\p{Script=Han}|\p{N}/gu)?.length ?? 0;
  const latin = text.match(/[\p{Script=Latin}\d’'-]+/gu) ?? [];
  if (language === 'en') return (latin.length * 60) / wordsAMinute;
  const words = latin.filter((word) => /\p{Script=Latin}/u.test(word)).length;
  return han / charactersASecond + (words * 60) / wordsAMinute;
}
