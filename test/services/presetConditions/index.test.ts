import assert from 'node:assert/strict';
import type { Circumstances } from '../../../services/presetConditions/condition.ts';
import { demands, obstacle } from '../../../services/presetConditions/index.ts';
import { defaultPolicy } from '../../../services/presetConditions/policy.ts';
import { asked } from './asked.ts';

const both = { identityDocument: true, transactionPassword: true };
const nothing = { identityDocument: false, transactionPassword: false };
const frozen: Circumstances = { ...asked, status: 'frozen', freezes: ['customerRequest'], reserved: both };

describe('the preset conditions', () => {
  const found = (change: Partial<Circumstances>) => obstacle({ ...frozen, ...change }, defaultPolicy);

  it('leave nothing in the way of a frozen card whose freezes are remote and whose demands are reserved', () => {
    assert.equal(found({}), undefined);
  });

  it('each stand in the way alone', () => {
    assert.deepEqual(found({ status: 'active' }), { obstacle: 'notFrozen' });
    assert.deepEqual(found({ freezes: ['judicialOrder'] }), { obstacle: 'notRemote', help: 'branch' });
    assert.deepEqual(found({ reserved: nothing }), { obstacle: 'notRemote', help: 'agent' });
    const documentAlone = { ...nothing, identityDocument: true };
    assert.deepEqual(found({ reserved: documentAlone, canBeShown: [] }), {
      obstacle: 'notRemote',
      help: 'agent',
    });
  });

  it('say of a card that is not frozen only that, so that a court order on it does not show', () => {
    const closed = { status: 'closed', freezes: ['judicialOrder'], reserved: nothing } as const;
    assert.deepEqual(found(closed), { obstacle: 'notFrozen' });
  });

  it('look at the freezes before what is reserved, so that a court order leads to the branch', () => {
    const order = { freezes: ['customerRequest', 'judicialOrder'], reserved: nothing } as const;
    assert.deepEqual(found(order), { obstacle: 'notRemote', help: 'branch' });
  });
});

describe('the demands', () => {
  it('are all that is reserved, the identity document first', () => {
    const of = (reserved: Circumstances['reserved']) => demands({ ...frozen, reserved });
    assert.deepEqual(of(both), ['identityDocument', 'transactionPassword']);
    assert.deepEqual(of({ ...nothing, identityDocument: true }), ['identityDocument']);
    assert.deepEqual(of({ ...nothing, transactionPassword: true }), ['transactionPassword']);
    assert.deepEqual(of(nothing), []);
  });
});
