import type { Activity, TurnContext } from 'botbuilder';
import { PhoneNumber, phoneChannels, type Telephone } from '../../services/contract/cardSearch.ts';
import { type Channel, channelOfId, channelRows } from '../../services/contract/channels.ts';
import type { UserTerminal } from '../../services/contract/userTerminal.ts';
import { turnOf } from './turn.ts';

/**
 * The user terminal that this turn came from: its channel, the conversation's address on it, and its network's. A call or a
 * message comes from a telephone, which is the same one when it comes again.
 */
export function userTerminal(turnContext: TurnContext): UserTerminal {
  const { activity } = turnContext;
  const channel = channelOf(activity);
  const { network } = turnOf(turnContext);
  const address = channelRows[channel].isTelephone ? activity.from.id : activity.conversation.id;
  return network === undefined ? { channel, address } : { channel, address, network };
}

/** The telephone of this turn, where the channel gives its number. It helps to find cards and proves nothing. */
export function telephoneOf(turnContext: TurnContext): Telephone | undefined {
  const phone = phoneOf(turnContext);
  const { channel, ...terminal } = userTerminal(turnContext);
  const phoneChannel = phoneChannels.find((one) => one === channel);
  if (phone === undefined || phoneChannel === undefined) return undefined;
  return { phone, userTerminal: { ...terminal, channel: phoneChannel } };
}

/** The number of that telephone; undefined where the channel gives none. */
export function phoneOf(turnContext: TurnContext): PhoneNumber | undefined {
  const { givesPhone } = channelRows[channelOf(turnContext.activity)];
  return givesPhone ? PhoneNumber.safeParse(turnOf(turnContext).phone).data : undefined;
}

/** Whether the customer is on the telephone: a person is put through to them there, and does not write. */
export function isOnTelephone(turnContext: TurnContext): boolean {
  return channelRows[channelOf(turnContext.activity)].isSpoken;
}

function channelOf({ channelId }: Activity): Channel {
  return channelOfId(channelId);
}
