import { type Language, regionalTags } from '../../kit/language.ts';
import { nearestLanguage } from '../../kit/nearestLanguage.ts';
import { regionOf } from '../../kit/wordingRegion.ts';

/** The tag of a language for this browser's reader: where they are says which words of it are theirs. */
export function localeTag(language: Language): string {
  const wished = navigator.languages.find((tag) => nearestLanguage(tag) === language);
  return language === 'zh-Hant' && regionOf(wished) === 'hongKong' ? 'zh-HK' : regionalTags[language];
}
