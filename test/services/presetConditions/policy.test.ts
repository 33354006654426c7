import assert from 'node:assert/strict';
import { type FreezeReason, freezeReasons } from '../../../services/contract/freezeReason.ts';
import { usualHolding as held } from '../../../services/presetConditions/holdings.ts';
import { defaultPolicy } from '../../../services/presetConditions/policy.ts';

describe('the default policy', () => {
  const expected: [reason: FreezeReason, policy: (typeof defaultPolicy)[FreezeReason]][] = [
    ['transactionPasswordErrors', { remote: true, demand: 'transactionPassword', held, help: 'agent' }],
    ['abnormalTransaction', { remote: true, demand: 'allReserved', held, help: 'agent' }],
    ['customerRequest', { remote: true, demand: 'allReserved', held, help: 'agent' }],
    ['dormant', { remote: false, help: 'branch' }],
    ['reportedLost', { remote: false, help: 'agent' }],
    ['reportedStolen', { remote: false, help: 'agent' }],
    ['suspectedFraud', { remote: false, help: 'agent' }],
    ['identityDocumentExpired', { remote: false, help: 'branch' }],
    ['judicialOrder', { remote: false, help: 'branch' }],
    ['other', { remote: false, help: 'agent' }],
  ];

  for (const [reason, policy] of expected)
    it(`${policy.remote ? 'lifts' : 'does not lift'} ${reason} remotely`, () => {
      assert.deepEqual(defaultPolicy[reason], policy);
    });

  it('covers every freeze reason, and no other', () => {
    assert.deepEqual(Object.keys(defaultPolicy).sort(), [...freezeReasons].sort());
  });
});
