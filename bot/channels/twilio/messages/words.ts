/** The channels' names in a conversation; the Bot Framework's own channels cannot take them (`quirks.ts`). */
export const channelIds = { sms: 'thawline-sms', whatsApp: 'thawline-whatsapp' } as const;
export type ChannelId = (typeof channelIds)[keyof typeof channelIds];

/** botbuilder wants one; replies go into the answer to the carrier, never to an address. */
export const serviceUrl = 'urn:thawline:twilio-messages';

export const messagesAddress = '/twilio/messages';
export const statusAddress = '/twilio/status';

/** Who the bot is in a conversation. */
export const botId = 'thawline';
