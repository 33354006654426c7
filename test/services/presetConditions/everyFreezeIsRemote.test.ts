import assert from 'node:assert/strict';
import type { FreezeReason } from '../../../services/contract/freezeReason.ts';
import { everyFreezeIsRemote } from '../../../services/presetConditions/everyFreezeIsRemote.ts';
import { usualHolding as held } from '../../../services/presetConditions/holdings.ts';
import { defaultPolicy, type Policy } from '../../../services/presetConditions/policy.ts';
import { asked } from './asked.ts';

describe('the condition that every freeze can be lifted remotely', () => {
  const look = (freezes: FreezeReason[], policy: Policy = defaultPolicy) =>
    everyFreezeIsRemote(
      {
        ...asked,
        status: 'frozen',
        freezes,
        reserved: { identityDocument: true, transactionPassword: true },
      },
      policy,
    );
  const needs = (help: 'agent' | 'branch') => ({ obstacle: 'notRemote', help });

  it('holds where every one can', () => {
    assert.equal(look(['customerRequest']), undefined);
    assert.equal(look(['transactionPasswordErrors', 'abnormalTransaction', 'customerRequest']), undefined);
  });

  it('fails for one that cannot, among however many that can', () => {
    assert.deepEqual(look(['reportedLost']), needs('agent'));
    assert.deepEqual(look(['customerRequest', 'reportedLost', 'abnormalTransaction']), needs('agent'));
    assert.deepEqual(look(['customerRequest', 'judicialOrder']), needs('branch'));
  });

  it('sends to the branch where one needs it, in whatever order they stand', () => {
    assert.deepEqual(look(['reportedLost', 'judicialOrder']), needs('branch'));
    assert.deepEqual(look(['judicialOrder', 'reportedLost']), needs('branch'));
    assert.deepEqual(look(['reportedStolen', 'suspectedFraud']), needs('agent'));
  });

  it('asks the policy, and of those that can be lifted not who would help', () => {
    const policy: Policy = {
      ...defaultPolicy,
      dormant: { remote: true, demand: 'allReserved', held, help: 'branch' },
      customerRequest: { remote: false, help: 'agent' },
    };
    assert.equal(look(['dormant'], policy), undefined);
    assert.deepEqual(look(['dormant', 'customerRequest'], policy), needs('agent'));
  });
});
