import { Language } from '../../kit/language.ts';
import { firstLanguage } from './firstLanguage.ts';

const place = 'thawline.language';

/** The language that was chosen in this tab, or the one to begin with. */
export function pageLanguage(): Language {
  const kept = Language.safeParse(sessionStorage.getItem(place));
  return kept.success ? kept.data : firstLanguage();
}

export function keepLanguage(language: Language): void {
  sessionStorage.setItem(place, language);
}
