import * as z from 'zod';
import { CardReference, LastFour } from './card.ts';
import { channelsWith } from './channels.ts';
import { UnfreezeInstructions } from './unfreezeInstructions.ts';
import { UserTerminal } from './userTerminal.ts';

/** The channels that give the telephone number of whoever calls or writes. */
export const phoneChannels = channelsWith('givesPhone');

/** A telephone number: `+` and digits (E.164). */
export const PhoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/);
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** A telephone as such a channel reports its number. The number can be forged, so it never counts as authentication. */
export const Telephone = z.object({
  userTerminal: UserTerminal.extend({ channel: z.enum(phoneChannels) }),
  phone: PhoneNumber,
});
export type Telephone = z.infer<typeof Telephone>;

/** 卡片状态查询请求 (patent, step 1) from the registered phone, with the last four digits of the card. */
export const CardSearch = Telephone.extend({ lastFour: LastFour });
export type CardSearch = z.infer<typeof CardSearch>;

/**
 * The answer to a card search. An unknown phone, other last four digits, active and closed cards all get
 * `noFrozenCard`; `severalFrozen`: the full number is needed to tell which card is meant.
 */
export const CardSearchAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('noFrozenCard') }),
  z.object({ status: z.literal('severalFrozen') }),
  z.object({ status: z.literal('frozen'), card: CardReference, instructions: UnfreezeInstructions }),
]);
export type CardSearchAnswer = z.infer<typeof CardSearchAnswer>;
