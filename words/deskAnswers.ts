import type { Language } from '../kit/language.ts';
import { deskAnswers as en } from './en/deskAnswers.ts';
import { deskAnswers as zhHans } from './zh-Hans/deskAnswers.ts';
import { deskAnswers as zhHant } from './zh-Hant/deskAnswers.ts';

export const deskAnswers: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
