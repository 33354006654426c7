import type { AuditAction } from '../audit/audit.ts';
import type { AuditRow } from '../tables/auditEntry.ts';
import type { WebhookEventRow } from '../tables/webhookEvent.ts';
import { type WebhookType, webhookBody } from './webhookEvent.ts';

type Details = Record<string, unknown>;
/** What of an entry's details is told; undefined where an entry of this action is no event. */
type Tells = { type: WebhookType; data: (details: Details) => Details | undefined };

const notices = ['freezeNoticed', 'freezeNoticedForStaff'];

const told: Partial<Record<AuditAction, Tells>> = {
  messageSent: {
    type: 'freezeNotice.sent',
    data: ({ message, kind }) => (notices.includes(String(kind)) ? { message } : undefined),
  },
  cardUnfrozen: {
    type: 'card.unfrozen',
    data: ({ request, channel, freezes }) => ({ request, channel, freezes }),
  },
  unfreezeRequested: {
    type: 'unfreezing.refused',
    data: ({ channel, obstacle: why }) => (why === null ? undefined : { request: null, channel, why }),
  },
  authenticationFailed: {
    type: 'unfreezing.refused',
    data: ({ request }) => ({ request, channel: null, why: 'notAccepted' }),
  },
  remoteUnfreezingLocked: {
    type: 'unfreezing.locked',
    data: ({ request, until, rule }) => ({ request, until, rule }),
  },
  handedOver: {
    type: 'case.handedOver',
    data: ({ case: id, reason, channel }) => ({ case: id, reason, channel }),
  },
  unfreezingDisowned: {
    type: 'unfreezing.disowned',
    data: ({ disownment, channel }) => ({ disownment, channel }),
  },
  receiptArrived: { type: 'receipt.delivered', data: ({ message }) => ({ message }) },
};

/** The actions that name a message alone: its card stands with the message. */
export const aboutMessages: readonly string[] = ['messageSent', 'receiptArrived'];

/** An entry of the audit trail as the event that goes to the bank; undefined where it is none. */
export function webhookEventOf(
  entry: Pick<AuditRow, 'id' | 'number' | 'at' | 'action' | 'details'>,
  cardOf: (message: string) => string | undefined,
): WebhookEventRow | undefined {
  const tells = told[entry.action as AuditAction];
  if (!tells) return undefined;
  const details: Details = JSON.parse(entry.details);
  const facts = tells.data(details);
  if (!facts) return undefined;
  const { number, at } = entry;
  const id = entry.id ?? `${number}`;
  const { type } = tells;
  const { message } = details;
  const card = details.card ?? (typeof message === 'string' ? cardOf(message) : undefined) ?? null;
  const body = webhookBody(type).parse({ id, type, timestamp: at, data: { card, ...facts } });
  return {
    ...{ id, number, type, at, body: JSON.stringify(body) },
    subject: String(card ?? details.case ?? message ?? id),
    ...{ tries: 0, nextTryAt: at, deliveredAt: null, givenUpAt: null },
  };
}
