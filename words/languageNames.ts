import type { Language } from '../kit/language.ts';
import { languageName as en, shortLanguageName as shortEn } from './en/languageName.ts';
import { shortLanguageName as shortZhHans, languageName as zhHans } from './zh-Hans/languageName.ts';
import { shortLanguageName as shortZhHant, languageName as zhHant } from './zh-Hant/languageName.ts';

/** The name of each language in that language, as its readers look for it. */
export const languageNames: Record<Language, string> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

/** The same where there is little room. */
export const shortLanguageNames: Record<Language, string> = {
  'zh-Hans': shortZhHans,
  'zh-Hant': shortZhHant,
  en: shortEn,
};
