import { type Held, heldThings, isShownOn } from '../contract/held.ts';
import type { Circumstances } from './condition.ts';
import { mustBeHeld } from './holdings.ts';
import { type Policy, policyOn } from './policy.ts';

/** What must be held before the freezes are lifted, and has not been shown on this channel. */
export function heldMissing({ freezes, reserved, channel }: Circumstances, policy: Policy): Held[] {
  const demanded = freezes.flatMap((reason) => {
    const line = policyOn(policy, reason, channel);
    return line.remote ? mustBeHeld[line.held](reserved) : [];
  });
  return heldThings.filter((held) => demanded.includes(held) && !isShownOn(channel, held));
}
