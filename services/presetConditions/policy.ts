import { createHash } from 'node:crypto';
import { type Channel, channels } from '../contract/channels.ts';
import { type FreezeReason, freezeReasons } from '../contract/freezeReason.ts';
import type { Help } from '../contract/unfreezeInstructions.ts';
import type { CoolingOff } from './coolingOff.ts';
import type { Demand } from './demands.ts';
import { type HeldDemand, usualHolding } from './holdings.ts';

/** What the customer must show: items that they know, and things that they hold. */
type Shown = { demand: Demand; held: HeldDemand };

/**
 * The policy for one freeze reason.
 * - `byNumberAlone` (the customer's own request only): whoever knows the card's number can have it frozen.
 * - `reasonTold`: whoever knows the card's number hears the reason before anything is shown.
 * - `byChannel`: other demands for single channels.
 * - `riskSilent`: what a missing risk decision counts as.
 * - `coolingOff`: waits that differ from the default.
 */
export type FreezePolicy =
  | (Shown & {
      remote: true;
      help: Help;
      reasonTold?: boolean | undefined;
      byNumberAlone?: boolean | undefined;
      byChannel?: ByChannel | undefined;
      riskSilent?: 'allow' | 'askMore' | 'refuse' | undefined;
      coolingOff?: { [Each in keyof CoolingOff]?: CoolingOff[Each] | undefined } | undefined;
    })
  | { remote: false; help: Help };

type ByChannel = {
  readonly [Each in Channel]?: { [Part in keyof Shown]?: Shown[Part] | undefined } | undefined;
};

export type Policy = Readonly<Record<FreezeReason, FreezePolicy>>;

/** The default policy: which freezes can be lifted remotely, and who helps with the others. */
export const defaultPolicy: Policy = {
  transactionPasswordErrors: {
    remote: true,
    demand: 'transactionPassword',
    held: usualHolding,
    help: 'agent',
  },
  abnormalTransaction: { remote: true, demand: 'allReserved', held: usualHolding, help: 'agent' },
  customerRequest: { remote: true, demand: 'allReserved', held: usualHolding, help: 'agent' },
  dormant: { remote: false, help: 'branch' },
  reportedLost: { remote: false, help: 'agent' },
  reportedStolen: { remote: false, help: 'agent' },
  suspectedFraud: { remote: false, help: 'agent' },
  identityDocumentExpired: { remote: false, help: 'branch' },
  judicialOrder: { remote: false, help: 'branch' },
  other: { remote: false, help: 'agent' },
};

/** The policy for a reason on one channel. */
export function policyOn(policy: Policy, reason: FreezeReason, channel: Channel): FreezePolicy {
  const line = policy[reason];
  if (!line.remote) return line;
  const there = line.byChannel?.[channel];
  return { ...line, demand: there?.demand ?? line.demand, held: there?.held ?? line.held };
}

/** The policy as one line of text for each freeze reason, for the audit trail. */
export function policyLines(policy: Policy): Record<FreezeReason, string> {
  const line = (reason: FreezeReason) => {
    const { help, ...rest } = policy[reason];
    if (!rest.remote) return `not remote, ${help}`;
    const { demand, held, reasonTold, byNumberAlone, byChannel = {}, coolingOff = {}, riskSilent } = rest;
    const parts = [`remote, ${demand}, held: ${held}, else ${help}`, ...(reasonTold ? ['reason told'] : [])];
    if (byNumberAlone) parts.push('frozen by the number alone');
    for (const channel of channels) {
      const there = byChannel[channel];
      if (there) parts.push(`${channel}: ${there.demand ?? demand}, held: ${there.held ?? held}`);
    }
    for (const [since, period] of Object.entries(coolingOff))
      if (period) parts.push(`${period.text} after ${since}`);
    if (riskSilent) parts.push(`${riskSilent} where the risk decision is silent`);
    return parts.join('; ');
  };
  return Object.fromEntries(freezeReasons.map((reason) => [reason, line(reason)])) as Record<
    FreezeReason,
    string
  >;
}

/** SHA-256 of a policy's meaning: two files that say the same have the same digest. */
export function policyDigest(policy: Policy): string {
  return createHash('sha256')
    .update(JSON.stringify(policyLines(policy)))
    .digest('hex');
}
