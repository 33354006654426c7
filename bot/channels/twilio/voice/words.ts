/** The channel's name in a conversation; botbuilder knows none for calls of a carrier. */
export const channelId = 'twilio-voice';

/** botbuilder wants one; replies go into the answer to the carrier, never to an address. */
export const serviceUrl = 'urn:thawline:twilio-voice';

export const stepAddress = (step: number) => `/twilio/voice/steps/${step}`;
/** Where the answer of a step is asked for that took longer than a request may; `times` it was asked for. */
export const answerAddress = (step: number, times: number) => `${stepAddress(step)}/answer/${times}`;

/** Who the bot is in a conversation. */
export const botId = 'thawline';
