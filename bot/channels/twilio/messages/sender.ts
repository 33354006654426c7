import { type ChannelId, channelIds } from './words.ts';

/**
 * Who wrote: a telephone, or what has no number, such as a user id, a short code or a name. The same `address` is the same
 * sender. A number is what the network claims: a hint, never a proof. `locale` is that of its country code.
 */
export type Sender = {
  channelId: ChannelId;
  address: string;
  phone: string | undefined;
  locale: string | undefined;
};

const whatsApp = 'whatsapp:';
const telephoneNumber = /^\+[1-9]\d{6,14}$/;

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
  const address = isWhatsApp ? from.slice(whatsApp.length) : from;
  const phone = telephoneNumber.test(address) ? address : undefined;
  return {
    channelId: isWhatsApp ? channelIds.whatsApp : channelIds.sms,
    address,
    phone,
    locale: locales.find(([countryCode]) => phone?.startsWith(countryCode))?.[1],
  };
}
