import type { Language } from '../../kit/language.ts';
import { channelNames } from '../../words/channelNames.ts';
import type { Channel } from './channels.ts';

/** How the customer knows a channel, after "by" and its like. */
export function channelName(language: Language, channel: Channel): string {
  return channelNames[language][channel];
}
