import type { TurnContext } from 'botbuilder';
import type { Channel, UserTerminal } from '../services/contract/userTerminal.ts';

const channelsById: Record<string, Channel> = {
  directline: 'webChat',
};

/** The user terminal that this turn came from: its channel and the conversation's address on it. */
export function userTerminal({ activity }: TurnContext): UserTerminal {
  return { channel: channelsById[activity.channelId] ?? 'botFramework', address: activity.conversation.id };
}
