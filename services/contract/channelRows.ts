/** What differs between channels wherever one of them is spoken on, asked about or named. */
export type ChannelRow = {
  /**
   * What the activities of its conversations name it by (`channelId`), up to a `/` where one stands there; none where no
   * conversation is held on it.
   */
  channelIds: readonly string[];
  /**
   * What becomes of a secret that is typed there: `hidden` from bystanders and from its own history, `blanked` once it was
   * read, or it `stays`; there none is ever asked for, and a link or a code goes to the registered phone instead.
   */
  typedSecrets: 'hidden' | 'blanked' | 'stays';
  /** Whether each line of an answer costs, so that it offers no more than it must. */
  costsByTheLine: boolean;
  /** Whether it gives the number of the telephone that somebody calls or writes from: a hint, and no proof. */
  givesPhone: boolean;
  /** Whether its user terminal is a telephone, the same one in every conversation. */
  isTelephone: boolean;
  /** Whether the bot can speak there unasked. */
  reachesUnasked: boolean;
  /** Whether it is a page of the bank's own, from which another opens in the same browser. */
  isOwnPage: boolean;
};

/** Every channel, a row each. */
export const channelRows = {
  webChat: {
    channelIds: ['directline'],
    typedSecrets: 'hidden',
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: true,
    isOwnPage: true,
  },
  voice: {
    channelIds: ['twilio-voice'],
    typedSecrets: 'hidden',
    costsByTheLine: false,
    givesPhone: true,
    isTelephone: true,
    reachesUnasked: false,
    isOwnPage: false,
  },
  sms: {
    channelIds: ['thawline-sms'],
    typedSecrets: 'blanked',
    costsByTheLine: true,
    givesPhone: true,
    isTelephone: true,
    reachesUnasked: false,
    isOwnPage: false,
  },
  whatsApp: {
    channelIds: ['thawline-whatsapp'],
    typedSecrets: 'blanked',
    costsByTheLine: true,
    givesPhone: true,
    isTelephone: true,
    reachesUnasked: false,
    isOwnPage: false,
  },
  botFramework: {
    channelIds: ['msteams', 'webchat', 'emulator'],
    typedSecrets: 'hidden',
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: true,
    isOwnPage: false,
  },
  /** An official account of WeChat (微信公众号), which answers what its followers write. */
  weChat: {
    channelIds: ['thawline-wechat'],
    typedSecrets: 'stays',
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: false,
    isOwnPage: false,
  },
  /** Every other app that a bank's registration brings, of which no row knows what it hides. */
  otherApp: {
    channelIds: ['other-app'],
    typedSecrets: 'blanked',
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: true,
    isOwnPage: false,
  },
  secureForm: {
    channelIds: [],
    typedSecrets: 'hidden',
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: false,
    isOwnPage: false,
  },
} as const satisfies Record<string, ChannelRow>;
