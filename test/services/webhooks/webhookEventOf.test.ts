import assert from 'node:assert/strict';
import type { AuditAction } from '../../../services/audit/audit.ts';
import { webhookTypes } from '../../../services/webhooks/webhookEvent.ts';
import { webhookEventOf } from '../../../services/webhooks/webhookEventOf.ts';

const card = `card_${'A'.repeat(22)}`;
const address = 'a-conversation';
const at = '2026-11-24T08:00:00.000Z';

/** Entries as they stand in the trail, and what becomes of each. */
const entries: readonly [AuditAction, Record<string, unknown>, string | undefined, object?][] = [
  ['messageSent', { message: 'm1', kind: 'freezeNoticed' }, 'freezeNotice.sent', { card, message: 'm1' }],
  [
    'messageSent',
    { message: 'm1', kind: 'freezeNoticedForStaff' },
    'freezeNotice.sent',
    { card, message: 'm1' },
  ],
  ['messageSent', { message: 'm1', kind: 'secureLink' }, undefined],
  [
    'cardUnfrozen',
    { request: 'r1', card, channel: 'sms', freezes: ['dormant'], policy: 'p' },
    'card.unfrozen',
    { card, request: 'r1', channel: 'sms', freezes: ['dormant'] },
  ],
  [
    'unfreezeRequested',
    { card, channel: 'sms', address, obstacle: 'notRemote' },
    'unfreezing.refused',
    { card, request: null, channel: 'sms', why: 'notRemote' },
  ],
  ['unfreezeRequested', { card, channel: 'sms', address, obstacle: null }, undefined],
  [
    'authenticationFailed',
    { request: 'r1', card, attempt: 1 },
    'unfreezing.refused',
    { card, request: 'r1', channel: null, why: 'notAccepted' },
  ],
  [
    'remoteUnfreezingLocked',
    { request: 'r1', card, until: 'untilReleased', rule: 'inARow' },
    'unfreezing.locked',
    { card, request: 'r1', until: 'untilReleased', rule: 'inARow' },
  ],
  [
    'handedOver',
    { case: 'K-4821', card: null, reason: 'silence', channel: 'sms', address },
    'case.handedOver',
    { card: null, case: 'K-4821', reason: 'silence', channel: 'sms' },
  ],
  [
    'unfreezingDisowned',
    { disownment: 'd1', card, channel: 'sms', address },
    'unfreezing.disowned',
    { card, disownment: 'd1', channel: 'sms' },
  ],
  [
    'receiptArrived',
    { message: 'm1', kind: 'unfreezeReceipt' },
    'receipt.delivered',
    { card, message: 'm1' },
  ],
  ['lockReleased', { card, who: 'liming' }, undefined],
];

describe('an entry of the trail as an event', () => {
  const eventOf = (action: string, details: object, cardOf: (message: string) => string | undefined) =>
    webhookEventOf({ id: 'e1', number: 7, at, action, details: JSON.stringify(details) }, cardOf);

  for (const [action, details, type, data] of entries)
    it(`is ${type ?? 'none'}: ${action} ${JSON.stringify(details)}`, () => {
      const event = eventOf(action, details, () => card);
      assert.equal(event?.type, type);
      if (event) assert.deepEqual(JSON.parse(event.body), { id: 'e1', type, timestamp: at, data });
    });

  it('stands in the line of its card, and where none is known in that of its case or message', () => {
    const subjects = entries.map(([action, details]) => eventOf(action, details, () => undefined)?.subject);
    assert.deepEqual(new Set(subjects), new Set([card, 'K-4821', 'm1', undefined]));
  });

  it('is of every type that is promised', () => {
    const made = new Set(entries.map(([, , type]) => type));
    assert.deepEqual(
      Object.keys(webhookTypes).filter((type) => !made.has(type)),
      [],
    );
  });
});
