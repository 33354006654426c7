import type { TurnContext } from 'botbuilder';
import { type Channel, networkOfTurn, type UserTerminal } from '../services/contract/userTerminal.ts';

const channelsById: Record<string, Channel> = {
  directline: 'webChat',
};

/** The user terminal that this turn came from: its channel, the conversation's address on it, and its network's. */
export function userTerminal({ activity, turnState }: TurnContext): UserTerminal {
  const channel = channelsById[activity.channelId] ?? 'botFramework';
  const network: unknown = turnState.get(networkOfTurn);
  const address = activity.conversation.id;
  return typeof network === 'string' ? { channel, address, network } : { channel, address };
}
