/** The properties in which channels differ. */
export type ChannelRow = {
  /**
   * The values of `channelId` in the channel's activities, compared up to a `/`; none where the channel has no
   * conversations.
   */
  channelIds: readonly string[];
  /**
   * What happens to a secret that a customer types there. `hidden`: from bystanders and from the channel's own history;
   * `blanked`: removed after reading; `stays`: it cannot be removed, so none is asked for there, and a link or code
   * goes to the registered phone instead.
   */
  typedSecrets: 'hidden' | 'blanked' | 'stays';
  /** Whether each line of an answer costs money, so that answers are kept short. */
  costsByTheLine: boolean;
  /** Whether the channel gives the telephone number of whoever calls or writes. It is a hint, not a proof. */
  givesPhone: boolean;
  /** Whether the user terminal is a telephone, which is the same in every conversation. */
  isTelephone: boolean;
  /** Whether it is spoken, so that a person at the desk is put through instead of writing. */
  isSpoken: boolean;
  /** Whether the bot can write there unasked. */
  reachesUnasked: boolean;
  /** Whether it is a page of the bank's own, which can open another page in the same browser. */
  isOwnPage: boolean;
  /**
   * After what the customer is asked there whether it is solved. A `no` to that is not to be mixed up with one to the receipt
   * that came into the same thread; a caller has hung up by then.
   */
  asksWhetherSolved: readonly ('unfrozen' | 'answered')[];
};

/** All channels, one a row. */
export const channelRows = {
  webChat: {
    channelIds: ['directline'],
    typedSecrets: 'hidden',
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    isSpoken: false,
    reachesUnasked: true,
    isOwnPage: true,
    asksWhetherSolved: ['unfrozen', 'answered'],
  },
  voice: {
    channelIds: ['twilio-voice'],
    typedSecrets: 'hidden',
    costsByTheLine: false,
    givesPhone: true,
    isTelephone: true,
    isSpoken: true,
    reachesUnasked: false,
    isOwnPage: false,
    asksWhetherSolved: [],
  },
  sms: {
    channelIds: ['thawline-sms'],
    typedSecrets: 'blanked',
    costsByTheLine: true,
    givesPhone: true,
    isTelephone: true,
    isSpoken: false,
    reachesUnasked: false,
    isOwnPage: false,
    asksWhetherSolved: ['answered'],
  },
  whatsApp: {
    channelIds: ['thawline-whatsapp'],
    typedSecrets: 'blanked',
    costsByTheLine: true,
    givesPhone: true,
    isTelephone: true,
    isSpoken: false,
    reachesUnasked: false,
    isOwnPage: false,
    asksWhetherSolved: ['answered'],
  },
  botFramework: {
    channelIds: ['msteams', 'webchat', 'emulator'],
    typedSecrets: 'hidden',
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    isSpoken: false,
    reachesUnasked: true,
    isOwnPage: false,
    asksWhetherSolved: ['unfrozen', 'answered'],
  },
  /** An official account of WeChat (微信公众号), which answers its followers. */
  weChat: {
    channelIds: ['thawline-wechat'],
    typedSecrets: 'stays',
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    isSpoken: false,
    reachesUnasked: false,
    isOwnPage: false,
    asksWhetherSolved: ['unfrozen', 'answered'],
  },
  /** All other apps of a bank's registration; nothing is known of what they hide. */
  otherApp: {
    channelIds: ['other-app'],
    typedSecrets: 'blanked',
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    isSpoken: false,
    reachesUnasked: true,
    isOwnPage: false,
    asksWhetherSolved: ['unfrozen', 'answered'],
  },
  secureForm: {
    channelIds: [],
    typedSecrets: 'hidden',
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    isSpoken: false,
    reachesUnasked: false,
    isOwnPage: false,
    asksWhetherSolved: [],
  },
} as const satisfies Record<string, ChannelRow>;
