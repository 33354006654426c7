import { type ChannelId, channelIds } from './words.ts';

/** Who wrote. The number is what the network claims: a hint, never a proof. `locale` is that of its country code. */
export type Sender = { channelId: ChannelId; number: string; locale: string | undefined };

const whatsApp = 'whatsapp:';

/** In which language somebody is answered whose words do not show one yet; elsewhere in English. */
const locales: readonly [countryCode: string, locale: string][] = [
  ['+886', 'zh-Hant-TW'],
  ['+852', 'zh-Hant-HK'],
  ['+853', 'zh-Hant-MO'],
  ['+86', 'zh-Hans-CN'],
];

/** Reads the `From` of a checked request. */
export function senderOf(from: string): Sender {
  const isWhatsApp = from.startsWith(whatsApp);
  const number = isWhatsApp ? from.slice(whatsApp.length) : from;
  return {
    channelId: isWhatsApp ? channelIds.whatsApp : channelIds.sms,
    number,
    locale: locales.find(([countryCode]) => number.startsWith(countryCode))?.[1],
  };
}
