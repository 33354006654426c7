import { areInFuture } from '../cardSystem/cardDates.ts';
import type { Condition } from './condition.ts';
import { policyOn } from './policy.ts';

/** A date that has not come yet is a fault of the card system's: nobody is let through by it, and a person helps. */
export const datesAreBelievable: Condition = ({ freezes: [reason], dates, channel, now }, policy) =>
  reason !== undefined && areInFuture(dates, now)
    ? { obstacle: 'notRemote', help: policyOn(policy, reason, channel).help }
    : undefined;
