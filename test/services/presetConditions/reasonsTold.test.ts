import assert from 'node:assert/strict';
import type { FreezeReason } from '../../../services/contract/freezeReason.ts';
import { usualHolding as held } from '../../../services/presetConditions/holdings.ts';
import { defaultPolicy, type Policy } from '../../../services/presetConditions/policy.ts';
import { reasonsTold } from '../../../services/presetConditions/reasonsTold.ts';

describe('the reasons that are told before anything was shown', () => {
  const told = (freezes: FreezeReason[], policy: Policy) => reasonsTold({ freezes }, policy);
  const own: Policy = {
    ...defaultPolicy,
    customerRequest: { remote: true, demand: 'allReserved', held, help: 'agent', reasonTold: true },
  };

  it('are none by default', () => {
    for (const reason of ['transactionPasswordErrors', 'abnormalTransaction', 'customerRequest'] as const)
      assert.deepEqual(told([reason], defaultPolicy), []);
  });

  it('are those that the bank lets be told', () => {
    assert.deepEqual(told(['customerRequest'], own), ['customerRequest']);
    assert.deepEqual(told(['abnormalTransaction'], own), []);
  });

  it('are none where one of them may not be, so that no gap shows it', () => {
    assert.deepEqual(told(['customerRequest', 'abnormalTransaction'], own), []);
    assert.deepEqual(told(['customerRequest', 'judicialOrder'], own), []);
  });
});
