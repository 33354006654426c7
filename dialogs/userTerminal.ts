import type { TurnContext } from 'botbuilder';
import { type Channel, networkOfTurn, type UserTerminal } from '../services/contract/userTerminal.ts';

const channelsById: Record<string, Channel> = {
  directline: 'webChat',
  'twilio-voice': 'voice',
  'thawline-sms': 'sms',
  'thawline-whatsapp': 'whatsApp',
};

/** On these a customer is a telephone number or an account, which is the same one in the next conversation. */
const knownByCustomer: readonly Channel[] = ['voice', 'sms', 'whatsApp'];

/**
 * The user terminal that this turn came from: its channel, the conversation's address on it, and its network's.
 */
export function userTerminal({ activity, turnState }: TurnContext): UserTerminal {
  const channel = channelsById[activity.channelId] ?? 'botFramework';
  const network: unknown = turnState.get(networkOfTurn);
  const address = knownByCustomer.includes(channel) ? activity.from.id : activity.conversation.id;
  return typeof network === 'string' ? { channel, address, network } : { channel, address };
}
