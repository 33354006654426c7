import type { Language } from '../../kit/language.ts';
import { nearestLanguage } from '../../kit/nearestLanguage.ts';

/**
 * The language of a page that is opened for the first time: the one that the address names (`?language=`), the first that
 * the browser wishes for and the page has, or the server's choice.
 */
export function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('language') ?? '';
  if (asked === nearestLanguage(asked)) return asked;
  const wished = navigator.languages.find((tag) => /^(zh|yue|cmn|en)\b/i.test(tag));
  return nearestLanguage(wished ?? document.documentElement.lang);
}
