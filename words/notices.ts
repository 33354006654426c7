import type { Language } from '../kit/language.ts';
import { notices as en } from './en/notices.ts';
import { notices as zhHans } from './zh-Hans/notices.ts';
import { notices as zhHant } from './zh-Hant/notices.ts';

export const notices: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
