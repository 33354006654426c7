import type { TurnContext } from 'botbuilder';
import { type Channel, networkOfTurn, type UserTerminal } from '../services/contract/userTerminal.ts';

const channelsById: Record<string, Channel> = {
  directline: 'webChat',
  'twilio-voice': 'voice',
};

/**
 * The user terminal that this turn came from: its channel, the conversation's address on it, and its network's. A call
 * comes from a telephone, which is the same one when it calls again.
 */
export function userTerminal({ activity, turnState }: TurnContext): UserTerminal {
  const channel = channelsById[activity.channelId] ?? 'botFramework';
  const network: unknown = turnState.get(networkOfTurn);
  const address = channel === 'voice' ? activity.from.id : activity.conversation.id;
  return typeof network === 'string' ? { channel, address, network } : { channel, address };
}
