import type { FreezeReason } from '../contract/freezeReason.ts';
import type { Circumstances } from './condition.ts';
import type { Policy } from './policy.ts';

/**
 * The freeze reasons told to a stranger with the card's number: all or none. With a part of them, the gap would show
 * that there are others.
 */
export function reasonsTold({ freezes }: Pick<Circumstances, 'freezes'>, policy: Policy): FreezeReason[] {
  const isTold = (reason: FreezeReason) => {
    const line = policy[reason];
    return line.remote && line.reasonTold === true;
  };
  return freezes.every(isTold) ? [...freezes] : [];
}
