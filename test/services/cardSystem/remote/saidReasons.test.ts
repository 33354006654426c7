import assert from 'node:assert/strict';
import { Registry } from 'prom-client';
import { watchCardSystem } from '../../../../services/cardSystemGauges.ts';
import { rejectsWith } from '../../rejectsWith.ts';
import { browser, zhaoLei } from '../../testBank.ts';
import { RemoteBank } from './remoteBank.ts';

describe('a freeze reason that only the bank knows', () => {
  let here: RemoteBank;
  let registry: Registry;
  beforeEach(async () => {
    here = await RemoteBank.open();
    registry = new Registry();
    watchCardSystem(here.bank, registry);
  });
  afterEach(() => here.close());

  const query = async () => ({ card: await here.bank.card(zhaoLei.number), userTerminal: browser });
  const counted = async () =>
    /^thawline_card_system_unknown_freeze_reasons (\d+)$/m.exec(await registry.metrics())?.[1];

  it('is not lifted here, whatever else the card is frozen for: staff help', async () => {
    here.stub.freeze(zhaoLei.number, 'regulatorsQuestion');
    const answer = await here.bank.customerService.queryCardStatus(await query());
    assert.deepEqual(answer, { status: 'frozen', instructions: { remote: false, help: 'agent' } });
    const requested = await here.bank.processor.requestUnfreezing(await query());
    assert.deepEqual(requested, { outcome: 'notRemote', help: 'agent' });
  });

  it('is counted, each time that the card is looked up', async () => {
    assert.equal(await counted(), '0');
    here.stub.freeze(zhaoLei.number, 'regulatorsQuestion');
    here.stub.freeze(zhaoLei.number, 'anotherQuestion');
    const found = await here.bank.cardSystem.find(await here.bank.card(zhaoLei.number));
    assert.deepEqual(found?.card.freezes, ['abnormalTransaction', 'other']);
    assert.equal(await counted(), '2');
  });

  it('stands where it comes while the customer is asked: what had begun ends without an unfreezing', async () => {
    const information = await here.sealedPassword(zhaoLei, zhaoLei.transactionPassword);
    here.stub.freeze(zhaoLei.number, 'regulatorsQuestion');
    const answer = await here.bank.processor.giveAuthenticationInformation(information);
    assert.equal(answer.outcome, 'notRemote');
    assert.ok(here.stub.card(zhaoLei.number).freezes.has('regulatorsQuestion'));
    assert.deepEqual(await here.written(), { unfreezings: 0, receipts: 0 });
  });

  it('may come with a notice, which tells nobody of it and fails nothing', async () => {
    here.stub.freeze(zhaoLei.number, 'regulatorsQuestion');
    const notice = { cardNumber: zhaoLei.number, frozenAt: '2026-11-24T08:00:00Z' };
    const { freezeNotices } = here.bank;
    await freezeNotices.note({ ...notice, id: 'f-1', reason: 'regulatorsQuestion' });
    await freezeNotices.settle();
    assert.deepEqual(await here.written(), { unfreezings: 0, receipts: 0 });
    assert.equal(await counted(), '1');
    await rejectsWith('messageInvalid', freezeNotices.note({ ...notice, id: 'f-2', reason: '' }));
  });
});
