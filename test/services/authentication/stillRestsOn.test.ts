import assert from 'node:assert/strict';
import { stillRestsOn } from '../../../services/authentication/stillRestsOn.ts';
import type { FoundCard } from '../../../services/cardSystem/cardSystem.ts';
import type { FreezeReason } from '../../../services/contract/freezeReason.ts';

const request = {
  cardVersion: 4,
  reservedVersion: 2,
  freezes: ['abnormalTransaction'] satisfies FreezeReason[],
};
const found = (version: number, freezes: FreezeReason[], reservedVersion = 2): FoundCard => ({
  card: { reference: 'card', lastFour: '1114', customerId: 'c', status: 'frozen', freezes, version },
  reserved: {
    customerId: 'c',
    language: 'en',
    version: reservedVersion,
    identityDocumentIndex: null,
    passwordVerifier: null,
  },

  phone: '+12025550173',
});

describe('an authentication request', () => {
  it('rests on the versions of the card and of what is reserved', () => {
    assert.ok(stillRestsOn(request, found(4, ['abnormalTransaction'])));
    assert.ok(!stillRestsOn(request, found(5, ['abnormalTransaction'])));
    assert.ok(!stillRestsOn(request, found(4, ['abnormalTransaction'], 3)));
  });

  it('outlives the freeze that wrong passwords add, where that alone has changed', () => {
    const both: FreezeReason[] = ['abnormalTransaction', 'transactionPasswordErrors'];
    assert.ok(stillRestsOn(request, found(5, both)));
    assert.ok(!stillRestsOn(request, found(6, both)));
    assert.ok(!stillRestsOn(request, found(5, both, 3)));
    assert.ok(!stillRestsOn(request, found(5, ['customerRequest', ...both])));
    assert.ok(!stillRestsOn(request, found(5, ['abnormalTransaction', 'customerRequest'])));
  });

  it('outlives none that was added beside it, or that nobody wrote down', () => {
    const both: FreezeReason[] = ['abnormalTransaction', 'transactionPasswordErrors'];
    assert.ok(!stillRestsOn({ ...request, freezes: ['transactionPasswordErrors'] }, found(5, both)));
    assert.ok(!stillRestsOn({ ...request, freezes: null }, found(5, both)));
  });
});
