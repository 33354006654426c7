import { type ChannelRow, channelRows as usual } from '../../../services/contract/channelRows.ts';

/** Takes the place of `services/contract/channelRows.ts`. */
export const channelRows = {
  ...usual,
  harbourRadio: {
    channelIds: ['harbour-radio'],
    typedSecrets: 'blanked',
    costsByTheLine: true,
    givesPhone: true,
    isTelephone: true,
    isSpoken: false,
    reachesUnasked: true,
    isOwnPage: false,
    asksWhetherSolved: ['answered'],
  },
} as const satisfies Record<string, ChannelRow>;
