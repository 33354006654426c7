import type { Language } from '../kit/language.ts';
import { channelNames as en } from './en/channelNames.ts';
import { channelNames as zhHans } from './zh-Hans/channelNames.ts';
import { channelNames as zhHant } from './zh-Hant/channelNames.ts';

export const channelNames: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
