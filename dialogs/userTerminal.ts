import type { TurnContext } from 'botbuilder';
import type { Channel, UserTerminal } from '../services/contract/userTerminal.ts';

const channelsById: Record<string, Channel> = {
  directline: 'webChat',
  'twilio-voice': 'voice',
};

/**
 * The user terminal that this turn came from: its channel and the conversation's address on it. A call comes
 * from a telephone, which is the same one when it calls again.
 */
export function userTerminal({ activity }: TurnContext): UserTerminal {
  const channel = channelsById[activity.channelId] ?? 'botFramework';
  return { channel, address: channel === 'voice' ? activity.from.id : activity.conversation.id };
}
