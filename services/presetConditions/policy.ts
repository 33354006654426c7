import { createHash } from 'node:crypto';
import { type FreezeReason, freezeReasons } from '../contract/freezeReason.ts';
import type { Help } from '../contract/unfreezeInstructions.ts';
import type { Demand } from './demands.ts';

/** `reasonTold`: whoever knows the card's number hears the reason, before anything was shown. */
export type FreezePolicy =
  | { remote: true; demand: Demand; help: Help; reasonTold?: boolean | undefined }
  | { remote: false; help: Help };

export type Policy = Readonly<Record<FreezeReason, FreezePolicy>>;

/** The default policy: what can be lifted remotely, and who helps otherwise. */
export const defaultPolicy: Policy = {
  transactionPasswordErrors: { remote: true, demand: 'transactionPassword', help: 'agent' },
  abnormalTransaction: { remote: true, demand: 'allReserved', help: 'agent' },
  customerRequest: { remote: true, demand: 'allReserved', help: 'agent' },
  dormant: { remote: false, help: 'branch' },
  reportedLost: { remote: false, help: 'agent' },
  reportedStolen: { remote: false, help: 'agent' },
  suspectedFraud: { remote: false, help: 'agent' },
  identityDocumentExpired: { remote: false, help: 'branch' },
  judicialOrder: { remote: false, help: 'branch' },
};

/** A policy with a line for each freeze reason, as the audit trail keeps it. */
export function policyLines(policy: Policy): Record<FreezeReason, string> {
  const line = (reason: FreezeReason) => {
    const { help, ...rest } = policy[reason];
    if (!rest.remote) return `not remote, ${help}`;
    return `remote, ${rest.demand}, else ${help}${rest.reasonTold ? ', reason told' : ''}`;
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
