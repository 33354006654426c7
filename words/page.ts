import type { Language } from '../kit/language.ts';
import { page as en } from './en/page.ts';
import { page as zhHans } from './zh-Hans/page.ts';
import { page as zhHant } from './zh-Hant/page.ts';

export const page: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
