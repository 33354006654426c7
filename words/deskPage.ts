import type { Language } from '../kit/language.ts';
import { deskPage as en } from './en/deskPage.ts';
import { deskPage as zhHans } from './zh-Hans/deskPage.ts';
import { deskPage as zhHant } from './zh-Hant/deskPage.ts';

export type DeskWords = typeof zhHans;

export const deskPage: Record<Language, DeskWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
