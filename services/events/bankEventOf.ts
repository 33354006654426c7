import type { EventRow } from '../../kit/events/eventTables.ts';
import manifest from '../../package.json' with { type: 'json' };
import type { AuditAction } from '../audit/audit.ts';
import type { AuditRow } from '../tables/auditEntry.ts';

/** What of an entry's details says how it ended, and why. None of it is a reference. */
type Facts = { outcome?: string; reason?: string };

/** The actions that are events, with what is told of each; all others are the operators' own. */
const facts: Partial<Record<AuditAction, Facts>> = {
  cardStatusQueried: { outcome: 'status' },
  unfreezeRequested: { outcome: 'obstacle' },
  riskDecided: { outcome: 'risk', reason: 'riskCode' },
  authenticationRequested: {},
  authenticationFailed: {},
  authenticationMatched: {},
  shownBeforeCounts: {},
  remoteUnfreezingLocked: { outcome: 'rule' },
  cardUnfrozen: { reason: 'freezes' },
  handedOver: { reason: 'reason' },
  caseMoved: {},
  unfreezingDisowned: {},
  unfreezingLost: {},
  secureLinkRequested: { outcome: 'way' },
  secureLinkDenied: {},
  secureCodeEntered: {},
  secureCodeEnded: {},
  messageSent: { outcome: 'kind' },
  messageGivenUp: { outcome: 'kind' },
  receiptSentByBank: { outcome: 'kind' },
  receiptArrived: { outcome: 'kind' },
  receiptUnreached: { outcome: 'kind' },
  receiptCaseOpened: {},
};

/** What an entry of the audit trail tells of, to be counted; undefined where it is no event. Whose card it was about stays there. */
export function bankEventOf({ id, number, at, action, details }: AuditRow): EventRow | undefined {
  const told = facts[action as AuditAction];
  if (told === undefined) return undefined;
  const read: Record<string, unknown> = JSON.parse(details);
  const text = (name: string | undefined) => (name === undefined ? '' : inOne(read[name]));
  return {
    id: id ?? `${number}`,
    at,
    subject: text('request') || text('case') || text('message'),
    kind: action,
    channel: text('channel'),
    language: '',
    step: '',
    outcome: text(told.outcome),
    reason: text(told.reason),
    policy: text('policy').slice(0, 12),
    release: manifest.version,
  };
}

/** Several reasons that went together are one to count by. */
function inOne(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).sort().join('+');
  return value === null || value === undefined ? '' : String(value);
}
