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
  },
  voice: {
    channelIds: ['twilio-voice'],
    hidesSecrets: true,
    costsByTheLine: false,
    givesPhone: true,
    isTelephone: true,
    reachesUnasked: false,
  },
  sms: {
    channelIds: ['thawline-sms'],
    hidesSecrets: false,
    costsByTheLine: true,
    givesPhone: true,
    isTelephone: true,
    reachesUnasked: false,
  },
  whatsApp: {
    channelIds: ['thawline-whatsapp'],
    hidesSecrets: false,
    costsByTheLine: true,
    givesPhone: true,
    isTelephone: true,
    reachesUnasked: false,
  },
  botFramework: {
    channelIds: ['msteams', 'webchat', 'emulator'],
    hidesSecrets: true,
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: true,
  },
  /** Every other app that a bank's registration brings, of which no row knows what it hides. */
  otherApp: {
    channelIds: ['other-app'],
    hidesSecrets: false,
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: true,
  },
  secureForm: {
    channelIds: [],
    hidesSecrets: true,
    costsByTheLine: false,
    givesPhone: false,
    isTelephone: false,
    reachesUnasked: false,
  },
} as const satisfies Record<string, ChannelRow>;
