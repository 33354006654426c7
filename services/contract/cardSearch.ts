import * as z from 'zod';
import { CardReference, LastFour } from './card.ts';
import { channelsWith } from './channels.ts';
import { UnfreezeInstructions } from './unfreezeInstructions.ts';
import { UserTerminal } from './userTerminal.ts';

/** The channels that say from which telephone number somebody calls or writes. */
export const phoneChannels = channelsWith('givesPhone');

/** The number of a telephone, `+` and digits (E.164). */
export const PhoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/);
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** A telephone, as such a channel gives its number: it can be forged, and never counts as authentication. */
export const Telephone = z.object({
  userTerminal: UserTerminal.extend({ channel: z.enum(phoneChannels) }),
  phone: PhoneNumber,
});
export type Telephone = z.infer<typeof Telephone>;

/** 卡片状态查询请求 (patent, step 1) for who calls or writes from the registered phone and knows the last four digits. */
export const CardSearch = Telephone.extend({ lastFour: LastFour });
export type CardSearch = z.infer<typeof CardSearch>;

/**
 * The answer to a card search. An unknown phone, other last four digits, active and closed cards get the same
 * `noFrozenCard`; `severalFrozen`: only the full number tells which card is meant.
 */
export const CardSearchAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('noFrozenCard') }),
  z.object({ status: z.literal('severalFrozen') }),
  z.object({ status: z.literal('frozen'), card: CardReference, instructions: UnfreezeInstructions }),
]);
export type CardSearchAnswer = z.infer<typeof CardSearchAnswer>;
