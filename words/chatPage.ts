import type { Language } from '../kit/language.ts';
import { chatPage as en } from './en/chatPage.ts';
import { chatPage as zhHans } from './zh-Hans/chatPage.ts';
import { chatPage as zhHant } from './zh-Hant/chatPage.ts';

export type ChatWords = typeof zhHans;

export const chatPage: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
