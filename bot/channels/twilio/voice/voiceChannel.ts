import { addressOf } from '../../../../kit/addressOf.ts';
import { voiceAddresses } from './addresses.ts';

/** The name of the channel in a conversation; botbuilder has none for calls through a carrier. */
export const voiceChannelId = 'twilio-voice';

/** botbuilder demands an address, but replies go into the answer to the carrier's request and never to an address. */
export const voiceServiceUrl = 'urn:thawline:twilio-voice';

export const stepAddress = (step: number) => addressOf(voiceAddresses.continues, { step: String(step) });
/** The address where the answer of a slow step is asked for; `times` is how often it was asked for. */
export const answerAddress = (step: number, times: number) =>
  addressOf(voiceAddresses.asksForAnswer, { step: String(step), times: String(times) });

/** The bot's id in a conversation. */
export const voiceBotId = 'thawline';
