import type { TrafficSettings } from '../../../../kit/trafficSettings.ts';

const any = { conversation: 1_000_000, address: 1_000_000, all: 1_000_000 };

/** For tests that ask more of a service in a minute than customers do. */
export const anyTraffic: TrafficSettings = {
  ...{ polls: any, posts: any, conversations: any, sockets: any },
  activities: 1_000_000,
  workAbove: 1_000_000,
};
