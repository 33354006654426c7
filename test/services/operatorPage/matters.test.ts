// Guards money: an unfreezing without an answer is settled once, by two people where that is wanted.
import assert from 'node:assert/strict';
import { minutes } from '../../../kit/time.ts';
import type { ActAnswer, OpenMatters, Waiting } from '../../../services/contract/operatorFigures.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { entriesOf } from '../audit/trailOf.ts';
import { RemoteBank } from '../cardSystem/remote/remoteBank.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { zhaoLei } from '../testBank.ts';
import { OperatorService } from './operatorService.ts';

onEachDatabase('an unfreezing without a known end, on the operator’s page', (empty) => {
  let here: RemoteBank;
  let service: OperatorService;

  async function opens({ fourEyes = false } = {}): Promise<void> {
    here = await RemoteBank.open(empty);
    service = await OperatorService.of(here.bank, { fourEyes });
    const information = await here.sealedPassword(zhaoLei, zhaoLei.transactionPassword);
    here.stub.faults.unfreezings = Array(3).fill('lostOnTheWay');
    await rejectsWith('storeUnavailable', here.bank.processor.giveAuthenticationInformation(information));
  }
  afterEach(async () => {
    await service.leaves();
    await here.close();
  });

  const why = 'seen in the card system';
  async function theOne(as: Awaited<ReturnType<OperatorService['as']>>) {
    const { unfreezings } = await as.answer<OpenMatters>('matters');
    assert.equal(unfreezings.length, 1);
    return unfreezings[0] ?? assert.fail();
  }
  const settled = async () =>
    (await entriesOf(here.bank, 'unfreezingSettledByHand')).map(({ details }) => JSON.parse(details));

  it('is shown with what is looked for in the card system, and settled once, in the operator’s name', async () => {
    await opens();
    const operator = await service.as('tayo.oduya');
    const { unfreezing, card, last4, freezes, channel } = await theOne(operator);
    assert.equal(here.stub.requests.findLast(({ path }) => path === 'unfreezings')?.key, unfreezing);
    assert.deepEqual([last4, freezes, channel], ['4446', ['abnormalTransaction'], 'webChat']);
    const act = { act: 'settle', unfreezing, outcome: 'notUnfrozen', why };
    assert.equal((await operator.post('act', act)).status, 400, 'without having looked');
    const checked = { ...act, checked: true };
    assert.equal((await operator.post('act', { ...checked, outcome: 'both' })).status, 400);
    const [one, other] = await Promise.all([operator.post('act', checked), operator.post('act', checked)]);
    assert.ok([one.status, other.status].includes(200));
    const [entry, ...others] = await settled();
    assert.deepEqual(others, []);
    assert.deepEqual(
      [entry.unfreezing, entry.card, entry.outcome, entry.who, entry.why],
      [unfreezing, card, 'notUnfrozen', 'tayo.oduya', why],
    );
    assert.deepEqual(await operator.answer('act', checked), { outcome: 'nothing' });
    assert.deepEqual((await operator.answer<OpenMatters>('matters')).unfreezings, []);
  });

  it('waits for a second person where two are needed, who sees which one and how', async () => {
    await opens({ fourEyes: true });
    const [one, other] = [await service.as('tayo.oduya'), await service.as('zhou.min')];
    const { unfreezing } = await theOne(one);
    const act = { act: 'settle', unfreezing, outcome: 'notUnfrozen', checked: true, why };
    const { outcome, request } = await one.answer<ActAnswer>('act', act);
    assert.equal(outcome, 'asked');
    assert.equal((await theOne(one)).unfreezing, unfreezing, 'it is open still');
    const { waiting } = await other.answer<{ waiting: Waiting[] }>('approvals');
    assert.deepEqual(
      waiting.map(({ work, about, isDoable }) => [work, about, isDoable]),
      [['settle', `${unfreezing} notUnfrozen`, true]],
    );
    const yes = { id: request, decision: 'approve', why: 'I have looked too' };
    assert.equal((await one.post('decide', yes)).status, 400, 'not one’s own');
    const both = await Promise.all([other.post('decide', yes), other.post('decide', yes)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 400]);
    assert.deepEqual(
      (await settled()).map(({ who, approvedBy }) => [who, approvedBy]),
      [['tayo.oduya', 'zhou.min']],
    );
  });

  it('is not settled by who has no role for it', async () => {
    await opens();
    const operator = await service.as('tayo.oduya');
    const { unfreezing } = await theOne(operator);
    const act = { act: 'settle', unfreezing, outcome: 'unfrozen', checked: true, why };
    for (const login of ['mary.quinn', 'lin.yating', 'chen.jie'])
      assert.equal((await (await service.as(login)).post('act', act)).status, 403, login);
    assert.deepEqual(await settled(), []);
  });
});

onEachDatabase('events, on the operator’s page', (empty) => {
  const webhooksTo = { url: 'http://127.0.0.1:9', secrets: ['whsec_c2VjcmV0LW9mLXRoZS1yZWNlaXZlcg=='] };
  const why = 'the receiver lost its disk';

  it('are sent again from a moment on, with a reason, in the operator’s name', async () => {
    const service = await OperatorService.open(empty, { webhooksTo, tellsEvents: true });
    try {
      const { bank } = service;
      const from = bank.now().toISOString();
      const request = await bank.authenticationRequest(zhaoLei.number);
      await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
      await bank.chaining.chain();
      bank.passes(1 * minutes);
      const operator = await service.as('tayo.oduya');
      assert.equal((await operator.answer<OpenMatters>('matters')).tellsEvents, true);
      const { outcome, events = 0 } = await operator.answer<ActAnswer>('act', { act: 'replay', from, why });
      assert.equal(outcome, 'done');
      assert.ok(events > 0, 'the unfreezing is one');
      const nothing = { act: 'replay', from: bank.now().toISOString(), why };
      assert.equal((await operator.answer<ActAnswer>('act', nothing)).events, 0);
      const [entry] = await entriesOf(bank, 'eventsReplayed');
      const { who, why: said, events: noted } = JSON.parse(entry?.details ?? '{}');
      assert.deepEqual([who, said, noted], ['tayo.oduya', why, events]);
      for (const wrong of [{ from: 'yesterday' }, { from: '' }, {}, { from, to: '%' }, { from, why: 'x' }])
        assert.equal((await operator.post('act', { act: 'replay', why, ...wrong })).status, 400);
    } finally {
      await service.close();
    }
  });

  it('are offered to nobody where no system of the bank’s own is told of any', async () => {
    const service = await OperatorService.open(empty);
    try {
      const operator = await service.as('tayo.oduya');
      assert.equal((await operator.answer<OpenMatters>('matters')).tellsEvents, false);
      const replay = { act: 'replay', from: service.bank.now().toISOString(), why };
      assert.equal((await operator.post('act', replay)).status, 400);
    } finally {
      await service.close();
    }
  });
});
