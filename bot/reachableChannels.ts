import { channelRows, channelsWith } from '../services/contract/channels.ts';

/** What activities call the channels on which the bot can speak unasked. */
export const reachableChannels: ReadonlySet<string> = new Set(
  channelsWith('reachesUnasked').flatMap((channel) => channelRows[channel].channelIds),
);
