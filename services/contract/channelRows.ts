import type { Language } from '../../kit/language.ts';

/** What differs between channels wherever one of them is spoken on, asked about or named. */
export type ChannelRow = {
  /**
   * What the activities of its conversations name it by (`channelId`), up to a `/` where one stands there; none where no
   * conversation is held on it.
   */
  channelIds: readonly string[];
  /** Whether it hides a secret that is typed, from bystanders and from its own history. */
  hidesSecrets: boolean;
  /** Whether each line of an answer costs, so that it offers no more than it must. */
  costsByTheLine: boolean;
  /** Whether it gives the number of the telephone that somebody calls or writes from: a hint, and no proof. */
  givesPhone: boolean;
  /** Whether its user terminal is a telephone, the same one in every conversation. */
  isTelephone: boolean;
  /** Whether the bot can speak there unasked. */
  reachesUnasked: boolean;
  /** How the customer knows it, after "by" and its like. */
  names: Readonly<Record<Language, string>>;
};

/** Every channel, a row each. */
export const channelRows = {
  webChat: {
    channelIds: ['directline'],
    hidesSecrets: true,
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: true,
    names: { 'zh-Hans': '网上对话', 'zh-Hant': '線上對話', en: 'web chat' },
  },
  voice: {
    channelIds: ['twilio-voice'],
    hidesSecrets: true,
    costsByTheLine: false,
    givesPhone: true,
    isTelephone: true,
    reachesUnasked: false,
    names: { 'zh-Hans': '电话', 'zh-Hant': '電話', en: 'telephone' },
  },
  sms: {
    channelIds: ['thawline-sms'],
    hidesSecrets: false,
    costsByTheLine: true,
    givesPhone: true,
    isTelephone: true,
    reachesUnasked: false,
    names: { 'zh-Hans': '短信', 'zh-Hant': '簡訊', en: 'SMS' },
  },
  whatsApp: {
    channelIds: ['thawline-whatsapp'],
    hidesSecrets: false,
    costsByTheLine: true,
    givesPhone: true,
    isTelephone: true,
    reachesUnasked: false,
    names: { 'zh-Hans': 'WhatsApp', 'zh-Hant': 'WhatsApp', en: 'WhatsApp' },
  },
  botFramework: {
    channelIds: ['msteams', 'webchat', 'emulator'],
    hidesSecrets: true,
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: true,
    names: { 'zh-Hans': '聊天应用', 'zh-Hant': '聊天應用程式', en: 'a chat app' },
  },
  /** Every other app that a bank's registration brings, of which no row knows what it hides. */
  otherApp: {
    channelIds: ['other-app'],
    hidesSecrets: false,
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: true,
    names: { 'zh-Hans': '聊天应用', 'zh-Hant': '聊天應用程式', en: 'a chat app' },
  },
  secureForm: {
    channelIds: [],
    hidesSecrets: true,
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: false,
    names: { 'zh-Hans': '短信链接', 'zh-Hant': '簡訊連結', en: 'the link we sent you' },
  },
} as const satisfies Record<string, ChannelRow>;
