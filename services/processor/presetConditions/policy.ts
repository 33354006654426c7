import type { FreezeReason } from '../../contract/freezeReason.ts';
import type { Help } from '../../contract/unfreezeInstructions.ts';

/**
 * What a freeze reason asks for before it is lifted remotely.
 * - `allReserved`: everything that the customer has reserved, at least one item
 * - `transactionPassword`: the transaction password, which must be reserved, and the identity document if it is
 */
export type Demand = 'allReserved' | 'transactionPassword';

export type FreezePolicy = { remote: true; demand: Demand; help: Help } | { remote: false; help: Help };

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
