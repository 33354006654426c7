import { channelRows, channelsWith } from '../services/contract/channels.ts';

/** The `channelId`s of the channels on which the bot can write unasked. */
export const reachableChannels: ReadonlySet<string> = new Set(
  channelsWith('reachesUnasked').flatMap((channel) => channelRows[channel].channelIds),
);
