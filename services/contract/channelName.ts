import type { Language } from '../../kit/language.ts';
import { channelNames } from '../../words/channelNames.ts';
import type { Channel } from './channels.ts';

/** The customers' name for a channel, in a form that follows "by" and the like. */
export function channelName(language: Language, channel: Channel): string {
  return channelNames[language][channel];
}
