import type { Language } from '../kit/language.ts';
import { telephonePage as en } from './en/telephonePage.ts';
import { telephonePage as zhHans } from './zh-Hans/telephonePage.ts';
import { telephonePage as zhHant } from './zh-Hant/telephonePage.ts';

export type TelephoneWords = typeof zhHans;

export const telephonePage: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
