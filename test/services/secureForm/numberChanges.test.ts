// Guards a secret: what went to one telephone proves nothing of another, and no country gets what it forbids.
import assert from 'node:assert/strict';
import { holdsAddress } from '../../../kit/holdsAddress.ts';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { newToken } from '../../../services/notifications/linkToken.ts';
import { Customers } from '../../../services/tables/customer.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { numbers } from '../profiles/forms.ts';
import { openTestBank, type TestBank, zhaoLei } from '../testBank.ts';
import { Phone } from './phone.ts';

const caller: UserTerminal = { channel: 'voice', address: 'caller_a' };

onEachDatabase('a customer whose number changes country in the middle of a case', (empty) => {
  let bank: TestBank;
  let phone: Phone;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    phone = new Phone(bank);
  });
  afterEach(() => bank.close());

  /** Changes the number as the bank's own systems do. */
  async function moves(to: string): Promise<void> {
    const { fields, cardSystem } = bank;
    const found = await cardSystem.find(await bank.card(zhaoLei.number));
    const id = found?.reserved.customerId ?? assert.fail();
    await bank.store.transaction([], async (manager) => {
      const place = { table: 'customers', column: 'phone_sealed', row: id };
      const moved = { phoneSealed: fields.seal(to, place), phoneIndex: fields.index('phone', to) };
      await manager.update(Customers, { id }, moved);
    });
  }
  async function asks() {
    const of = { card: await bank.card(zhaoLei.number), userTerminal: caller };
    await bank.customerService.queryCardStatus(of);
    return bank.processor.requestUnfreezing({ ...of, through: 'secureLink' });
  }

  it('gets no address that was meant for the number before, and a code when asked again', async () => {
    const first = await asks();
    assert.deepEqual([first.outcome, 'by' in first], ['secureLinkSent', false]);
    await moves(numbers.hk);
    assert.equal(await phone.delivery.deliverDue(), 0);
    assert.deepEqual(phone.messages, []);
    const again = await asks();
    assert.ok(again.outcome === 'secureLinkSent' && again.by === 'code', again.outcome);
    const code = (await phone.code()).replaceAll(' ', '');
    assert.deepEqual(
      phone.messages.map(({ to, body }) => [to, holdsAddress(body)]),
      [[numbers.hk, false]],
    );
    const token = newToken();
    assert.equal(await bank.secureCodes.enter({ code, token, network: undefined }), 'entered');
    assert.ok(await bank.secureLinks.view(token));
  });

  it('is not proven by a link that the number before got, and is sent another in its place', async () => {
    const first = await asks();
    assert.ok(first.outcome === 'secureLinkSent');
    const stale = await phone.token();
    assert.ok(await bank.secureLinks.view(stale));
    await moves(numbers.sg);
    assert.equal(await bank.secureLinks.view(stale), undefined);
    const given = { item: 'transactionPassword', envelope: 'a.b.c.d.e', network: undefined } as const;
    assert.equal(await bank.secureLinks.give(stale, given), undefined);
    const again = await asks();
    assert.ok(again.outcome === 'secureLinkSent' && again.by === 'code', again.outcome);
    assert.equal((await bank.processor.unfreezeRequestState(first.id)).state, 'over');
  });

  it('is not proven by a code either, when it moves to where addresses may stand', async () => {
    await moves(numbers.tw);
    await asks();
    const code = (await phone.code()).replaceAll(' ', '');
    await moves(zhaoLei.phone);
    const token = newToken();
    await bank.secureCodes.enter({ code, token, network: undefined });
    assert.equal(await bank.secureLinks.view(token), undefined);
    const again = await asks();
    assert.ok(again.outcome === 'secureLinkSent' && again.by === undefined);
    assert.ok(await bank.secureLinks.view(await phone.token()));
  });

  it('has its receipt in the form of the number that it goes to, and the code in it works', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    await moves(numbers.hk);
    const code = (await phone.noticeCode()).replaceAll(' ', '');
    assert.deepEqual(
      phone.messages.map(({ to }) => to),
      [numbers.hk],
    );
    assert.doesNotMatch(phone.messages[0]?.body ?? '', /reply/i);
    assert.equal(await bank.secureCodes.deny({ code, network: undefined }), 'frozenAgain');
  });

  it('is asked for a consent from the next request on, where the new country wants one', async () => {
    assert.equal('consent' in (await bank.authenticationRequest(zhaoLei.number)), false);
    await moves(numbers.cn);
    assert.ok('consent' in (await bank.authenticationRequest(zhaoLei.number)));
  });
});
