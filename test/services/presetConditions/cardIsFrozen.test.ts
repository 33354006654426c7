import assert from 'node:assert/strict';
import { cardIsFrozen } from '../../../services/presetConditions/cardIsFrozen.ts';
import type { Circumstances } from '../../../services/presetConditions/condition.ts';
import { defaultPolicy } from '../../../services/presetConditions/policy.ts';
import { asked } from './asked.ts';

const reserved = { identityDocument: true, transactionPassword: true };

describe('the condition that the card is frozen', () => {
  const look = (status: Circumstances['status'], freezes: Circumstances['freezes']) =>
    cardIsFrozen({ ...asked, status, freezes, reserved }, defaultPolicy);

  it('holds for a frozen card with its reason', () => {
    assert.equal(look('frozen', ['customerRequest']), undefined);
  });

  it('fails for an active or a closed card, whatever freezes stand on it, and for one frozen for nothing', () => {
    const notFrozen = { obstacle: 'notFrozen' };
    assert.deepEqual(look('active', []), notFrozen);
    assert.deepEqual(look('active', ['customerRequest']), notFrozen);
    assert.deepEqual(look('closed', ['customerRequest']), notFrozen);
    assert.deepEqual(look('frozen', []), notFrozen);
  });
});
