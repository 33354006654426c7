import { areInFuture } from '../cardSystem/cardDates.ts';
import type { PresetCondition } from './condition.ts';
import { policyOn } from './policy.ts';

/**
 * No date of the card may be in the future. Such a date is a fault of the card system, so the bank's staff has to help.
 */
export const datesAreBelievable: PresetCondition = ({ freezes: [reason], dates, channel, now }, policy) =>
  reason !== undefined && areInFuture(dates, now)
    ? { obstacle: 'notRemote', help: policyOn(policy, reason, channel).help }
    : undefined;
