// Guards money: who has just taken over a customer's phone or password unfreezes nothing.
import assert from 'node:assert/strict';
import { Registry } from 'prom-client';
import { hours, minutes } from '../../../../kit/time.ts';
import { watchCardSystem } from '../../../../services/cardSystemGauges.ts';
import { onEachDatabase } from '../../../databases/databases.ts';
import { rejectsWith } from '../../rejectsWith.ts';
import { browser, zhaoLei } from '../../testBank.ts';
import { RemoteBank } from './remoteBank.ts';

onEachDatabase('the dates that a card system says of a card', (empty) => {
  let here: RemoteBank;
  beforeEach(async () => {
    here = await RemoteBank.open(empty);
  });
  afterEach(() => here.close());

  const said = (dates: object) => Object.assign(here.stub.card(zhaoLei.number), { dates });
  const query = async () => ({ card: await here.bank.card(zhaoLei.number), userTerminal: browser });
  const status = async () => here.bank.customerService.queryCardStatus(await query());
  const at = (time: number) => new Date(here.bank.now().getTime() + time).toISOString();

  it('are waited after: status, request and the last item alike, until the time is over', async () => {
    const information = await here.sealedPassword(zhaoLei, zhaoLei.transactionPassword);
    said({ phoneChangedAt: at(0) });
    const notYet = { until: at(12 * hours), because: 'justChanged' } as const;
    const told = { help: 'agent', notYet } as const;
    assert.deepEqual(await status(), { status: 'frozen', instructions: { remote: false, ...told } });
    assert.deepEqual(await here.bank.processor.requestUnfreezing(await query()), {
      outcome: 'notRemote',
      ...told,
    });
    const answer = await here.bank.processor.giveAuthenticationInformation(information);
    assert.deepEqual(answer, { outcome: 'notRemote', ...told }, 'it had begun before');
    assert.deepEqual(await here.written(), { unfreezings: 0, receipts: 0 });
    here.bank.passes(12 * hours);
    const now = await here.sealedPassword(zhaoLei, zhaoLei.transactionPassword);
    assert.equal((await here.bank.processor.giveAuthenticationInformation(now)).outcome, 'unfrozen');
  });

  it('may be left out, null, or of another zone', async () => {
    for (const dates of [{}, { frozenAt: null, phoneChangedAt: null, passwordChangedAt: null }]) {
      said(dates);
      const answer = await status();
      assert.ok(answer.status === 'frozen' && answer.instructions.remote);
    }
    said({ passwordChangedAt: '2026-11-24T15:00:00+08:00' });
    const answer = await status();
    assert.ok(answer.status === 'frozen' && !answer.instructions.remote);
    assert.equal(answer.instructions.notYet?.until, '2026-11-24T19:00:00.000Z');
  });

  it('are counted where they have not come yet, and a person helps then', async () => {
    const registry = new Registry();
    watchCardSystem(here.bank, registry);
    for (const date of ['frozenAt', 'phoneChangedAt', 'passwordChangedAt']) {
      said({ [date]: at(6 * minutes) });
      assert.deepEqual(
        await status(),
        { status: 'frozen', instructions: { remote: false, help: 'agent' } },
        date,
      );
    }
    assert.match(await registry.metrics(), /^thawline_card_system_dates_in_future 3$/m);
    said({ frozenAt: at(4 * minutes) });
    await status();
    assert.match(await registry.metrics(), /^thawline_card_system_dates_in_future 3$/m);
  });

  it('are trouble where they are no dates', async () => {
    for (const phoneChangedAt of ['yesterday', '2026-02-30T00:00:00Z', '2026-11-24', 0]) {
      said({ phoneChangedAt });
      await rejectsWith('internal', status());
    }
  });
});
