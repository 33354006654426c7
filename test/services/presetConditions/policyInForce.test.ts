import assert from 'node:assert/strict';
import type { AuditAction } from '../../../services/audit/audit.ts';
import { createBank } from '../../../services/bank.ts';
import { defaultPolicy, type Policy, policyDigest } from '../../../services/presetConditions/policy.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { entriesOf } from '../audit/trailOf.ts';
import { openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

onEachDatabase('the policy in force', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const own: Policy = { ...defaultPolicy, customerRequest: { remote: false, help: 'agent' } };
  const starts = (policy: Policy) => createBank({ ...bank, clock: bank.now, policy }).notePolicyInForce();
  const entries = async (action: AuditAction) => {
    const rows = await entriesOf(bank, action);
    return rows.map(({ details }) => JSON.parse(details));
  };

  it('is audited when it is another than before, with a line for each reason', async () => {
    for (const policy of [defaultPolicy, defaultPolicy, own, own, defaultPolicy])
      assert.equal(await starts(policy), policyDigest(policy));
    const [first, second, third, ...more] = await entries('policyInForce');
    assert.deepEqual(more, []);
    assert.equal(first.policy, policyDigest(defaultPolicy));
    assert.equal(
      first.customerRequest,
      'remote, allReserved, held: registeredPhoneWhereNoSecret, else agent',
    );
    assert.equal(second.policy, policyDigest(own));
    assert.equal(second.customerRequest, 'not remote, agent');
    assert.deepEqual(third, first);
  });

  it('is named by each unfreezing', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    const answer = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(answer.outcome, 'unfrozen');
    const [unfrozen] = await entries('cardUnfrozen');
    assert.equal(unfrozen.policy, policyDigest(defaultPolicy));
  });
});
