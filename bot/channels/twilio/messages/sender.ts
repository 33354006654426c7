import { type ChannelId, channelIds } from './messageChannels.ts';

/**
 * The sender of a message: a telephone, or an address without a number, such as a user id, a short code or a name.
 * Senders with the same `address` are the same. A number is only claimed by the network, so it is a hint and never a
 * proof. `locale` follows from its country code.
 */
export type Sender = {
  channelId: ChannelId;
  address: string;
  phone: string | undefined;
  locale: string | undefined;
};

const whatsApp = 'whatsapp:';
const telephoneNumber = /^\+[1-9]\d{6,14}$/;

/** The locale for a customer whose words do not show a language yet; English for every other country. */
const locales: readonly [countryCode: string, locale: string][] = [
  ['+886', 'zh-Hant-TW'],
  ['+852', 'zh-Hant-HK'],
  ['+853', 'zh-Hant-MO'],
  ['+86', 'zh-Hans-CN'],
];

/** Reads the sender from the `From` of a verified request. */
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
