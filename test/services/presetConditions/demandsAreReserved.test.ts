import assert from 'node:assert/strict';
import type { FreezeReason } from '../../../services/contract/freezeReason.ts';
import { demandsAreReserved } from '../../../services/presetConditions/demandsAreReserved.ts';
import { usualHolding as held } from '../../../services/presetConditions/holdings.ts';
import { defaultPolicy, type Policy } from '../../../services/presetConditions/policy.ts';
import { asked } from './asked.ts';

type Reserved = 'both' | 'document' | 'password' | 'nothing';

describe('the condition that what is demanded is reserved', () => {
  const look = (freezes: FreezeReason[], reserved: Reserved, policy: Policy = defaultPolicy) =>
    demandsAreReserved(
      {
        ...asked,
        status: 'frozen',
        freezes,
        reserved: {
          identityDocument: reserved === 'both' || reserved === 'document',
          transactionPassword: reserved === 'both' || reserved === 'password',
        },
      },
      policy,
    );
  const agent = { obstacle: 'notRemote', help: 'agent' };

  it('wants the transaction password for a freeze by wrong passwords', () => {
    assert.equal(look(['transactionPasswordErrors'], 'both'), undefined);
    assert.equal(look(['transactionPasswordErrors'], 'password'), undefined);
    assert.deepEqual(look(['transactionPasswordErrors'], 'document'), agent);
    assert.deepEqual(look(['transactionPasswordErrors'], 'nothing'), agent);
  });

  it('is content with either item for a freeze that asks for all that is reserved', () => {
    for (const reason of ['abnormalTransaction', 'customerRequest'] as const) {
      for (const reserved of ['both', 'document', 'password'] as const)
        assert.equal(look([reason], reserved), undefined, `${reason}, ${reserved}`);
      assert.deepEqual(look([reason], 'nothing'), agent, reason);
    }
  });

  it('wants both items where the bank asks for both', () => {
    const demand = 'identityDocumentAndTransactionPassword';
    const policy: Policy = { ...defaultPolicy, dormant: { remote: true, demand, held, help: 'branch' } };
    assert.equal(look(['dormant'], 'both', policy), undefined);
    for (const reserved of ['document', 'password', 'nothing'] as const)
      assert.deepEqual(look(['dormant'], reserved, policy), { obstacle: 'notRemote', help: 'branch' });
  });

  it('wants what the strictest of several freezes wants', () => {
    const several: FreezeReason[] = ['customerRequest', 'transactionPasswordErrors'];
    for (const freezes of [several, several.toReversed()]) {
      assert.equal(look(freezes, 'password'), undefined);
      assert.deepEqual(look(freezes, 'document'), agent);
    }
  });

  it('asks the policy what is demanded and who helps', () => {
    const policy: Policy = {
      ...defaultPolicy,
      dormant: { remote: true, demand: 'transactionPassword', held, help: 'branch' },
      transactionPasswordErrors: { remote: true, demand: 'allReserved', held, help: 'agent' },
    };
    assert.deepEqual(look(['dormant'], 'document', policy), { obstacle: 'notRemote', help: 'branch' });
    assert.equal(look(['transactionPasswordErrors'], 'document', policy), undefined);
  });
});
