import { type Held, heldThings, isShownOn } from '../contract/held.ts';
import type { Circumstances } from './condition.ts';
import { mustBeHeld } from './holdings.ts';
import { type Policy, policyOn } from './policy.ts';
import { decided } from './riskAllows.ts';

/** The things that must be held before the freezes are lifted, and that this channel does not prove. */
export function heldMissing({ freezes, reserved, channel, risk }: Circumstances, policy: Policy): Held[] {
  const demanded = freezes.flatMap((reason) => {
    const line = policyOn(policy, reason, channel);
    if (!line.remote) return [];
    const more: readonly Held[] = decided(line, risk) === 'askMore' ? ['registeredPhone'] : [];
    return [...mustBeHeld[line.held](reserved), ...more];
  });
  return heldThings.filter((held) => demanded.includes(held) && !isShownOn(channel, held));
}
