import * as z from 'zod';

export const channels = ['webChat', 'voice', 'sms', 'whatsApp', 'botFramework', 'secureForm'] as const;
export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

/**
 * 用户端, the user terminal (patent, step 1): a channel and an address on it, such as a browser's
 * conversation or a phone number. It tells where an answer goes; it never authenticates anybody.
 */
export const UserTerminal = z.object({ channel: Channel, address: z.string().min(1).max(256) });
export type UserTerminal = z.infer<typeof UserTerminal>;
