import type { TurnContext } from 'botbuilder';
import { type Channel, networkOfTurn, type UserTerminal } from '../services/contract/userTerminal.ts';

const channelsById: Record<string, Channel> = {
  directline: 'webChat',
  'twilio-voice': 'voice',
  'thawline-sms': 'sms',
  'thawline-whatsapp': 'whatsApp',
};

/** Channels whose user terminal is a telephone: the same one in every conversation. */
const ofTelephones: readonly Channel[] = ['voice', 'sms', 'whatsApp'];

/**
 * The user terminal that this turn came from: its channel, the conversation's address on it, and its network's. A call or a
 * message comes from a telephone, which is the same one when it comes again.
 */
export function userTerminal({ activity, turnState }: TurnContext): UserTerminal {
  const channel = channelsById[activity.channelId] ?? 'botFramework';
  const network: unknown = turnState.get(networkOfTurn);
  const address = ofTelephones.includes(channel) ? activity.from.id : activity.conversation.id;
  return typeof network === 'string' ? { channel, address, network } : { channel, address };
}
