import type { Language } from '../kit/language.ts';
import { operatorPage as en } from './en/operatorPage.ts';
import { operatorPage as zhHans } from './zh-Hans/operatorPage.ts';
import { operatorPage as zhHant } from './zh-Hant/operatorPage.ts';

export type OperatorWords = typeof zhHans;

export const operatorPage: Record<Language, OperatorWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
