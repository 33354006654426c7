/** The names of the channels in a conversation. The Bot Framework's own channels cannot have them (`quirks.ts`). */
export const channelIds = { sms: 'thawline-sms', whatsApp: 'thawline-whatsapp' } as const;
export type ChannelId = (typeof channelIds)[keyof typeof channelIds];

/** botbuilder demands an address, but replies go into the answer to the carrier's request and never to an address. */
export const messagesServiceUrl = 'urn:thawline:twilio-messages';

export const messagesAddress = '/twilio/messages';
export const statusAddress = '/twilio/status';

/** The bot's id in a conversation. */
export const messagesBotId = 'thawline';
