import { type ChannelRow, channelRows as usual } from '../../../services/contract/channelRows.ts';

/** In the place of `services/contract/channelRows.ts`. */
export const channelRows = {
  ...usual,
  harbourRadio: {
    channelIds: ['harbour-radio'],
    hidesSecrets: false,
    costsByTheLine: true,
    givesPhone: true,
    isTelephone: true,
    reachesUnasked: true,
    names: { 'zh-Hans': '海港电台', 'zh-Hant': '海港電台', en: 'harbour radio' },
  },
} as const satisfies Record<string, ChannelRow>;
