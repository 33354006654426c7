import { Language } from '../../kit/language.ts';
import { nearestLanguage } from '../../kit/nearestLanguage.ts';

const place = 'thawline.language';

/**
 * The language that was chosen in this tab, the one that the address names (`?language=`), or the first that the
 * browser wishes for and the page has.
 */
export function pageLanguage(): Language {
  const kept = Language.safeParse(sessionStorage.getItem(place));
  if (kept.success) return kept.data;
  const asked = Language.safeParse(new URLSearchParams(location.search).get('language'));
  if (asked.success) return asked.data;
  const wished = navigator.languages.find((tag) => /^(zh|yue|cmn|en)\b/i.test(tag));
  return wished === undefined ? serversChoice() : nearestLanguage(wished);
}

export function keepLanguage(language: Language): void {
  sessionStorage.setItem(place, language);
}

function serversChoice(): Language {
  return Language.catch('en').parse(document.documentElement.lang);
}
