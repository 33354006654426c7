import type { FreezeReason } from '../contract/freezeReason.ts';
import type { Circumstances } from './condition.ts';
import type { Policy } from './policy.ts';

/**
 * What may be told to whoever knows a card's number: all its reasons or none, since the others would show by the gap.
 */
export function reasonsTold({ freezes }: Pick<Circumstances, 'freezes'>, policy: Policy): FreezeReason[] {
  const isTold = (reason: FreezeReason) => {
    const line = policy[reason];
    return line.remote && line.reasonTold === true;
  };
  return freezes.every(isTold) ? [...freezes] : [];
}
