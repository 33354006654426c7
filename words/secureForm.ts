import type { Language } from '../kit/language.ts';
import { secureForm as en } from './en/secureForm.ts';
import { secureForm as zhHans } from './zh-Hans/secureForm.ts';
import { secureForm as zhHant } from './zh-Hant/secureForm.ts';

export const secureForm: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
