import type { Activity, TurnContext } from 'botbuilder';
import { PhoneNumber, phoneChannels, type Telephone } from '../../services/contract/cardSearch.ts';
import { type Channel, channelOfId, channelRows } from '../../services/contract/channels.ts';
import { networkOfTurn, phoneOfActivity, type UserTerminal } from '../../services/contract/userTerminal.ts';

/**
 * The user terminal that this turn came from: its channel, the conversation's address on it, and its network's. A call or a
 * message comes from a telephone, which is the same one when it comes again.
 */
export function userTerminal({ activity, turnState }: TurnContext): UserTerminal {
  const channel = channelOf(activity);
  const network: unknown = turnState.get(networkOfTurn);
  const address = channelRows[channel].isTelephone ? activity.from.id : activity.conversation.id;
  return typeof network === 'string' ? { channel, address, network } : { channel, address };
}

/** The telephone that this turn came from, where the channel gives its number: a hint for finding cards, no proof. */
export function telephone(turnContext: TurnContext): Telephone | undefined {
  const phone = phoneOf(turnContext.activity);
  const { channel, ...terminal } = userTerminal(turnContext);
  const phoneChannel = phoneChannels.find((one) => one === channel);
  if (phone === undefined || phoneChannel === undefined) return undefined;
  return { phone, userTerminal: { ...terminal, channel: phoneChannel } };
}

type Carrying = { [phoneOfActivity]?: unknown };

/** The number of the telephone that an activity came from, where its channel gives one. */
export function phoneOf(activity: Activity): PhoneNumber | undefined {
  const { givesPhone } = channelRows[channelOf(activity)];
  const { [phoneOfActivity]: carried = activity.from?.id } = activity as Activity & Carrying;
  return givesPhone ? PhoneNumber.safeParse(carried).data : undefined;
}

function channelOf({ channelId }: Activity): Channel {
  return channelOfId(channelId);
}
