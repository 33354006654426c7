// Guards money: what the bank's own risk decision refuses is not unfrozen, and silence is not a yes.
import assert from 'node:assert/strict';
import { Registry } from 'prom-client';
import type { AuditAction } from '../../../services/audit/audit.ts';
import { createBank } from '../../../services/bank.ts';
import { defaultPolicy, type Policy } from '../../../services/presetConditions/policy.ts';
import { watchRisk } from '../../../services/riskGauge.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { entriesOf } from '../audit/trailOf.ts';
import { browser, openTestBank, sunLi, type TestBank, zhaoLei } from '../testBank.ts';
import { RiskStub, riskToken } from './riskStub.ts';

onEachDatabase('the bank’s own risk decision', (empty) => {
  let stub: RiskStub;
  let bank: TestBank;
  beforeEach(async () => {
    stub = await RiskStub.open();
    bank = await openTestBank({ empty, riskDecisionsAt: stub.at(200) });
  });
  afterEach(async () => {
    await bank.close();
    await stub.close();
  });

  const from = { ...browser, network: '198.51.100.7' };
  async function asks(number = zhaoLei.number, of: Pick<TestBank, 'customerService' | 'processor'> = bank) {
    const query = { card: await bank.card(number), userTerminal: from };
    await of.customerService.queryCardStatus(query);
    return of.processor.requestUnfreezing(query);
  }
  const details = async (action: AuditAction) =>
    (await entriesOf(bank, action)).map((entry) => JSON.parse(entry.details));

  it('is asked when unfreezing is asked for and before it is done, with what it needs and no number', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    assert.equal(
      (await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword)).outcome,
      'unfrozen',
    );
    const about = {
      path: '/v1/risk-decisions',
      channel: 'webChat',
      lastFour: '4446',
      freezes: ['abnormalTransaction'],
      phone: zhaoLei.phone,
      networkAddress: null,
    };
    assert.deepEqual(
      stub.asked.map(({ message }) => message),
      [
        { ...about, step: 'request' },
        { ...about, step: 'unfreezing' },
      ],
    );
    for (const { token, key } of stub.asked) {
      assert.equal(token, `Bearer ${riskToken}`);
      assert.match(String(key), /^[\w-]{36}$/);
    }
    const [{ risk, riskCode } = assert.fail()] = await details('unfreezeRequested');
    assert.deepEqual([risk, riskCode], ['allow', 'usual']);
  });

  it('refuses as any freeze that a person must lift, and stands in the trail with its code', async () => {
    stub.says = { decision: 'refuse', reasonCode: 'R-17' };
    assert.deepEqual(await asks(), { outcome: 'notRemote', help: 'agent' });
    const [{ risk, riskCode } = assert.fail()] = await details('unfreezeRequested');
    assert.deepEqual([risk, riskCode], ['refuse', 'R-17']);
    assert.equal(stub.asked[0]?.message.networkAddress, '198.51.100.7');
  });

  it('refuses at the last moment too', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    stub.says = { decision: 'refuse', reasonCode: 'R-17' };
    const answer = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.deepEqual(answer, { outcome: 'notRemote', help: 'agent' });
    assert.deepEqual(await details('cardUnfrozen'), []);
    assert.deepEqual(
      (await details('riskDecided')).map(({ risk, riskCode }) => [risk, riskCode]),
      [['refuse', 'R-17']],
    );
  });

  it('asks more: the registered phone too, by its link', async () => {
    stub.says = { decision: 'askMore', reasonCode: 'new-device' };
    assert.equal((await asks()).outcome, 'secureLinkSent');
    const without = createBank({
      ...bank,
      clock: bank.now,
      riskDecisionsAt: stub.at(),
      pause: async () => {},
    });
    assert.deepEqual(
      await asks(zhaoLei.number, without),
      { outcome: 'notRemote', help: 'agent' },
      'no link from here',
    );
  });

  const rubbish = [
    'never',
    'not json',
    500,
    404,
    {},
    { decision: 'maybe', reasonCode: 'x' },
    { decision: 'allow' },
    { decision: 'allow', reasonCode: 'two words' },
    { decision: 'allow', reasonCode: 'x'.repeat(65) },
    [],
  ];
  for (const says of rubbish)
    it(`is silence where it is ${JSON.stringify(says).slice(0, 40)}: the registered phone, unless the policy says otherwise`, async () => {
      stub.says = says;
      assert.equal((await asks()).outcome, 'secureLinkSent');
      const [{ risk, riskCode } = assert.fail()] = await details('unfreezeRequested');
      assert.deepEqual([risk, riskCode], ['silent', null]);
      const registry = new Registry();
      watchRisk(bank, registry);
      assert.match(await registry.metrics(), /^thawline_risk_decisions_missing 1$/m);
    });

  for (const [riskSilent, outcome] of [
    ['allow', 'authenticationRequested'],
    ['askMore', 'secureLinkSent'],
    ['refuse', 'notRemote'],
  ] as const)
    it(`counts as ${riskSilent} where it is silent and the policy says so`, async () => {
      stub.says = 'never';
      const line = { ...defaultPolicy.abnormalTransaction, riskSilent };
      const policy: Policy = { ...defaultPolicy, abnormalTransaction: line };
      const own = createBank({
        ...{ ...bank, clock: bank.now, policy, sendsLinks: true, pause: async () => {} },
        riskDecisionsAt: stub.at(200),
      });
      assert.equal((await asks(zhaoLei.number, own)).outcome, outcome);
    });

  it('is not asked about what cannot be unfrozen anyway', async () => {
    assert.equal((await asks(sunLi.number)).outcome, 'notRemote');
    assert.deepEqual(stub.asked, []);
  });
});
