import type { Language } from '../kit/language.ts';
import { embed as en } from './en/embed.ts';
import { embed as zhHans } from './zh-Hans/embed.ts';
import { embed as zhHant } from './zh-Hant/embed.ts';

export const embed: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
