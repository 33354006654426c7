import type { Language } from '../kit/language.ts';
import { replyWords as en } from './en/replyWords.ts';
import { replyWords as zhHans } from './zh-Hans/replyWords.ts';
import { replyWords as zhHant } from './zh-Hant/replyWords.ts';

/** How a text asks its reader to write back. */
export const replyWords: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
