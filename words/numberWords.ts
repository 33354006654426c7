import type { Language } from '../kit/language.ts';
import { numberWords as en } from './en/numberWords.ts';
import { numberWords as zhHans } from './zh-Hans/numberWords.ts';
import { numberWords as zhHant } from './zh-Hant/numberWords.ts';

export const numberWords: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
