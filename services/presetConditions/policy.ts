import { createHash } from 'node:crypto';
import { type Channel, channels } from '../contract/channels.ts';
import { type FreezeReason, freezeReasons } from '../contract/freezeReason.ts';
import type { Help } from '../contract/unfreezeInstructions.ts';
import type { CoolingOff } from './coolingOff.ts';
import type { Demand } from './demands.ts';
import { type Holding, usualHolding } from './holdings.ts';

/** What must be shown: something known, and something held. */
type Shown = { demand: Demand; held: Holding };

/**
 * What is said of a freeze reason. `byNumberAlone`, of a customer's own request: whoever knows the card's number can have it frozen. `reasonTold`: whoever knows the card's number hears the reason, before anything was
 * shown. `byChannel`: what must be shown otherwise there. `riskSilent`: what a risk decision that does not come counts as. `coolingOff`: how long must have passed,
 * where that is not as usual.
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

/** The default policy: what can be lifted remotely, and who helps otherwise. */
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
};

/** What a policy says of a reason on a channel. */
export function policyOn(policy: Policy, reason: FreezeReason, channel: Channel): FreezePolicy {
  const line = policy[reason];
  if (!line.remote) return line;
  const there = line.byChannel?.[channel];
  return { ...line, demand: there?.demand ?? line.demand, held: there?.held ?? line.held };
}

/** A policy with a line for each freeze reason, as the audit trail keeps it. */
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

/** SHA-256 over what a policy says, whatever the form of its file. */
export function policyDigest(policy: Policy): string {
  return createHash('sha256')
    .update(JSON.stringify(policyLines(policy)))
    .digest('hex');
}
