import { instant, later } from '../../kit/time.ts';
import type { Obstacle, PresetCondition } from './condition.ts';
import { type CoolingOff, coolingOffRows, usualCoolingOff } from './coolingOff.ts';
import { policyOn } from './policy.ts';

type Waiting = Extract<Obstacle, { obstacle: 'notRemote' }> & { notYet: { until: string } };

/**
 * Enough time must have passed since the card was frozen and since its protection was changed. Of several freezes the
 * longest wait counts.
 */
export const longEnoughSince: PresetCondition = ({ freezes, dates, channel, now }, policy) => {
  const waits = freezes.flatMap((reason): Waiting[] => {
    const line = policyOn(policy, reason, channel);
    if (!line.remote) return [];
    return (Object.keys(coolingOffRows) as (keyof CoolingOff)[]).flatMap((kind) => {
      const { date, because } = coolingOffRows[kind];
      const since = dates[date];
      if (since === undefined) return [];
      const { milliseconds } = line.coolingOff?.[kind] ?? usualCoolingOff[kind];
      const until = instant(later(new Date(since), milliseconds));
      if (until <= instant(now)) return [];
      return { obstacle: 'notRemote', help: line.help, notYet: { until, because } } as const;
    });
  });
  return waits.toSorted((one, other) => (one.notYet.until < other.notYet.until ? 1 : -1))[0];
};
