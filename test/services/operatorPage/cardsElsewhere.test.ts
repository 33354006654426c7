import assert from 'node:assert/strict';
import type { CardFile, CardsFound, TrailEntry } from '../../../services/contract/operatorFigures.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { RemoteBank } from '../cardSystem/remote/remoteBank.ts';
import { liNa, wuMin, zhaoLei } from '../testBank.ts';
import { OperatorService } from './operatorService.ts';

onEachDatabase('a card of the bank’s own card system, on the operator’s page', (empty) => {
  let here: RemoteBank;
  let service: OperatorService;
  let operator: Awaited<ReturnType<OperatorService['as']>>;
  beforeEach(async () => {
    here = await RemoteBank.open(empty);
    service = await OperatorService.of(here.bank, {});
    operator = await service.as('tayo.oduya');
  });
  afterEach(async () => {
    await service.leaves();
    await here.close();
  });

  const finds = (what: string) => operator.answer<CardsFound>('find', { what });
  const shows = (card: string) => operator.answer<CardFile>('card', { card });
  async function unfreezes(): Promise<string> {
    const request = await here.bank.authenticationRequest(zhaoLei.number);
    const answer = await here.bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(answer.outcome, 'unfrozen');
    return here.bank.card(zhaoLei.number);
  }

  it('is found by its last four digits, its telephone, both, and its reference, once this service has had to do with it', async () => {
    const card = await unfreezes();
    const last4 = zhaoLei.number.slice(-4);
    for (const what of [last4, zhaoLei.phone, `${zhaoLei.phone}, ${last4}`, card]) {
      const { cards, isAll } = await finds(what);
      assert.deepEqual(
        [what, cards.map((one) => [one.card, one.last4]), isAll],
        [what, [[card, last4]], true],
      );
      assert.ok(!JSON.stringify(cards).includes(zhaoLei.number));
    }
    assert.deepEqual((await finds(liNa.number.slice(-4))).cards, [], 'nobody has asked about that one');
    assert.equal(
      (await finds(`${liNa.phone}, ${liNa.number.slice(-4)}`)).cards.length,
      1,
      'the card system knows it',
    );
  });

  it('is shown as the card system has it now, with its receipt and what the trail says', async () => {
    const card = await unfreezes();
    const file = await shows(card);
    assert.deepEqual([file.status, file.freezes, file.isElsewhere], ['active', [], true]);
    assert.deepEqual(
      file.messages.map(({ kind, fate }) => [kind, fate]),
      [['unfreezeReceipt', 'waiting']],
    );
    assert.ok(file.entries.some(({ action }) => action === 'cardUnfrozen'));
    assert.ok(
      !JSON.stringify(file).includes(zhaoLei.number) && !JSON.stringify(file).includes(zhaoLei.phone),
    );
    const { entries } = await operator.answer<{ entries: TrailEntry[] }>(
      `trail?last4=${zhaoLei.number.slice(-4)}`,
    );
    assert.ok(entries.length > 0 && entries.every((entry) => entry.card === card));
  });

  it('says why somebody is locked out, and the lock is released; freezes are lifted where they stand', async () => {
    const request = await here.bank.authenticationRequest(zhaoLei.number);
    let now = request;
    for (const _try of [1, 2, 3]) {
      const answer = await here.bank.give(now, 'transactionPassword', '000000');
      if (answer.outcome === 'notAccepted') now = { ...now, attempt: answer.attempt };
    }
    const card = await here.bank.card(zhaoLei.number);
    const { lock, freezes } = await shows(card);
    assert.deepEqual([lock?.tries, lock?.channels], [3, ['webChat']]);
    assert.deepEqual(
      freezes.map(({ reason }) => reason),
      ['abnormalTransaction', 'transactionPasswordErrors'],
      'wrong ones count there too',
    );
    const why = 'the customer was at the branch';
    for (const act of ['lift', 'freeze'])
      assert.equal(
        (await operator.post('act', { act, card, freeze: 'abnormalTransaction', why })).status,
        400,
      );
    assert.deepEqual(await operator.answer('act', { act: 'release', card, why }), { outcome: 'done' });
    assert.equal((await shows(card)).lock, null);
  });

  it('says which freezes the card system has told of, and whether the owner was told', async () => {
    const { freezeNotices } = here.bank;
    const frozenAt = here.bank.now().toISOString();
    const notice = { cardNumber: wuMin.number, reason: 'transactionPasswordErrors', frozenAt };
    Object.assign(here.stub.card(wuMin.number), { status: 'frozen', version: 2 }).freezes.add(
      'transactionPasswordErrors',
    );
    await freezeNotices.note({ ...notice, id: 'f-1' });
    const card = await here.bank.card(wuMin.number);
    const [open] = (await shows(card)).notices;
    assert.deepEqual(
      [open?.reason, open?.frozenAt, open?.toldAt, open?.isOpen],
      [notice.reason, frozenAt, null, true],
    );
    await freezeNotices.settle();
    const { notices, messages } = await shows(card);
    assert.deepEqual(
      notices.map(({ isOpen, toldAt }) => [isOpen, toldAt !== null]),
      [[false, true]],
    );
    assert.match(messages[0]?.kind ?? '', /^freezeNoticed/);
  });

  it('is not made up while the card system does not answer', async () => {
    const card = await unfreezes();
    here.stub.faults['card-look-ups'] = Array(8).fill('lostOnTheWay');
    assert.equal((await operator.post('find', { what: zhaoLei.number.slice(-4) })).status, 503);
    here.stub.faults['card-look-ups'] = [];
    assert.equal((await finds(card)).cards.length, 1);
  });
});
