import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import { idsOf } from '../../kit/idsOf.ts';
import { type ChannelRow, channelRows } from './channelRows.ts';

export { channelRows };

export const channels = idsOf(channelRows);

export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

type Trait = {
  [Column in keyof ChannelRow]: ChannelRow[Column] extends boolean ? Column : never;
}[keyof ChannelRow];
type ChannelWith<Asked extends Trait> = {
  [Each in Channel]: (typeof channelRows)[Each][Asked] extends true ? Each : never;
}[Channel];

/** The channels with a property, such as `givesPhone`. */
export function channelsWith<Asked extends Trait>(trait: Asked): ChannelWith<Asked>[] {
  const has = (channel: Channel): channel is ChannelWith<Asked> => channelRows[channel][trait];
  return channels.filter(has);
}

const channelsById: ReadonlyMap<string, Channel> = new Map(
  channels.flatMap((channel) => channelRows[channel].channelIds.map((id) => [id, channel] as const)),
);

/**
 * The channel for the `channelId` of an activity.
 * @throws UnfreezeError `messageInvalid` where no row has the id, because a guessed channel would decide who can see a
 * secret
 */
export function channelOfId(channelId: string): Channel {
  const channel = channelsById.get(channelId.replace(/\/.*$/s, ''));
  if (channel === undefined) throw new UnfreezeError('messageInvalid', 'a channel that no row knows');
  return channel;
}
