// Guards a secret: a link opens once, for a short time, and on one telephone.
import assert from 'node:assert/strict';
import { hours, minutes, seconds } from '../../../kit/time.ts';
import type { AuthenticationItem } from '../../../services/contract/items/index.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { Undeliverable } from '../../../services/notifications/messageSender.ts';
import { rewrap } from '../../../services/rewrap.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { SecureLinkRows } from '../../../services/tables/secureLink.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { trailOf } from '../audit/trailOf.ts';
import { cardSystems } from '../cardSystem/cardSystems.ts';
import { liNa, openTestBank, type TestBank, wangWei, wuMin, zhaoLei } from '../testBank.ts';
import { Phone } from './phone.ts';

const caller: UserTerminal = { channel: 'voice', address: 'caller_a' };

async function asks(bank: TestBank, number: string, userTerminal = caller) {
  const of = { card: await bank.card(number), userTerminal };
  await bank.customerService.queryCardStatus(of);
  return bank.processor.requestUnfreezing({ ...of, through: 'secureLink' });
}

async function sent(bank: TestBank, number: string) {
  const answer = await asks(bank, number);
  assert.ok(answer.outcome === 'secureLinkSent', answer.outcome);
  return answer;
}

/** What the page does with one value. */
async function gives(bank: TestBank, token: string, item: AuthenticationItem, value: string) {
  const open = await bank.secureLinks.view(token);
  assert.ok(open, 'the link opens nothing');
  const envelope = await seal(value, { authenticationRequest: open.authenticationRequest, item });
  return (await bank.secureLinks.give(token, { item, envelope, network: undefined }))?.answer;
}

onEachDatabase('a link to the secure form', (empty) => {
  let bank: TestBank;
  let phone: Phone;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    phone = new Phone(bank);
  });
  afterEach(() => bank.close());

  const state = async (id: string) => (await bank.processor.unfreezeRequestState(id)).state;
  const audited = async () => (await trailOf(bank)).map(({ action }) => action);

  it('goes to the registered phone alone, unfreezes the card, and whoever asked for it learns so', async () => {
    const { id, expiresAt } = await sent(bank, zhaoLei.number);
    assert.equal(Date.parse(expiresAt) - bank.now().getTime(), 10 * minutes);
    const token = await phone.token();
    assert.match(token, /^[\w-]{24}$/);
    const [{ to, body } = { to: '', body: '' }] = phone.messages;
    assert.equal(to, '+12025550104');
    assert.ok(body.length <= 320 && body.includes(`https://cards.bank.example/s/${token} `), body);
    assert.equal(await state(id), 'open');
    const unfrozen = await gives(bank, token, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(unfrozen?.outcome, 'unfrozen');
    assert.equal(await state(id), 'unfrozen');
    await phone.delivery.deliverDue();
    assert.match(phone.messages.at(-1)?.body ?? '', /was unfrozen on .* by our text message/);
    assert.deepEqual((await audited()).slice(-6), [
      'unfreezeRequested',
      'authenticationRequested',
      'secureLinkRequested',
      'messageSent',
      'cardUnfrozen',
      'messageSent',
    ]);
  });

  it('is nowhere in the database but sealed until it was sent, and then nowhere at all', async () => {
    await sent(bank, zhaoLei.number);
    const sealed = await bank.store.read((manager) => manager.find(Outbox));
    assert.match(sealed[0]?.tokenSealed ?? '', /^v1\./);
    const token = await phone.token();
    await bank.secureLinks.view(token);
    await bank.secureLinks.deny(token);
    const [message] = await bank.store.read((manager) => manager.find(Outbox));
    assert.equal(message?.tokenSealed, null);
    const everywhere = Buffer.concat([await bank.content(), Buffer.from(phone.logged)]);
    const raw = Buffer.from(token, 'base64url');
    for (const form of [
      token,
      raw.toString('hex'),
      raw.toString('base64'),
      Buffer.from(token).toString('base64'),
    ]) {
      assert.ok(!everywhere.includes(form), 'the token was found');
    }
  });

  it('changes nothing by being looked at, and asks what the freeze wants', async () => {
    await sent(bank, liNa.number);
    const token = await phone.token();
    const first = await bank.secureLinks.view(token);
    assert.deepEqual(await bank.secureLinks.view(token), first);
    assert.deepEqual(first?.authenticationRequest.items, ['identityDocument', 'transactionPassword']);
    assert.deepEqual([first?.link.lastFour, first?.link.channel], ['1114', 'voice']);
    assert.equal(first?.authenticationRequest.attemptsLeft, 3);
  });

  it('works once: after success it opens nothing, though the answer that was lost is told again', async () => {
    await sent(bank, zhaoLei.number);
    const token = await phone.token();
    const open = await bank.secureLinks.view(token);
    assert.ok(open);
    const item = 'transactionPassword';
    const { authenticationRequest } = open;
    const envelope = await seal(zhaoLei.transactionPassword, { authenticationRequest, item });
    const give = () => bank.secureLinks.give(token, { item, envelope, network: undefined });
    const first = await give();
    assert.deepEqual(await give(), first);
    assert.equal(await bank.secureLinks.view(token), undefined);
    assert.equal(await bank.secureLinks.deny(token), undefined);
  });

  it('unfreezes nothing where an agent starts that, opens nothing after the match, and can still be denied', async () => {
    const of = { card: await bank.card(zhaoLei.number), userTerminal: caller };
    await bank.customerService.queryCardStatus(of);
    const asked = () =>
      bank.processor.requestUnfreezing({ ...of, through: 'secureLink', startedBy: 'agent' });
    const answer = await asked();
    assert.ok(answer.outcome === 'secureLinkSent');
    const token = await phone.token();
    const given = await gives(bank, token, 'transactionPassword', zhaoLei.transactionPassword);
    assert.deepEqual([given, await state(answer.id)], [{ outcome: 'matched' }, 'matched']);
    assert.equal(await bank.secureLinks.view(token), undefined);
    const start = { authenticationRequest: answer.id, userTerminal: caller };
    assert.ok(await bank.secureLinks.deny(token));
    assert.deepEqual(await bank.processor.startUnfreezing(start), { outcome: 'over' });
    assert.ok(!(await audited()).includes('cardUnfrozen'));
  });

  it('opens nothing when it is forged or expired', async () => {
    await sent(bank, zhaoLei.number);
    const token = await phone.token();
    const otherEnd = token.endsWith('-') ? '_' : '-';
    for (const forged of [`${token.slice(0, -1)}${otherEnd}`, '', 'x'.repeat(64)]) {
      assert.equal(await bank.secureLinks.view(forged), undefined);
    }
    assert.ok(await bank.secureLinks.view(token));
    bank.passes(10 * minutes);
    assert.equal(await bank.secureLinks.view(token), undefined);
  });

  it('is not ended by a wish for another, whoever has it: that sends nothing and counts nothing', async () => {
    const { id, expiresAt } = await sent(bank, zhaoLei.number);
    const token = await phone.token();
    const written = (await audited()).length;
    bank.passes(1 * minutes);
    for (let times = 0; times < 20; times++) {
      const userTerminal = { channel: 'webChat', address: `stranger_${times}` } as const;
      const of = { card: await bank.card(zhaoLei.number), userTerminal };
      const onItsWay = { outcome: 'secureLinkOnItsWay', id, expiresAt };
      assert.deepEqual(await bank.processor.requestUnfreezing({ ...of, through: 'secureLink' }), onItsWay);
      // Nor does the case move away from it.
      const moved = await bank.processor.requestUnfreezing({ ...of, supersedes: id });
      assert.equal(moved.outcome, 'authenticationRequested');
    }
    assert.equal(await phone.token(), token);
    assert.equal(phone.messages.length, 1);
    assert.ok(!(await audited()).slice(written).includes('secureLinkRequested'));
    assert.ok(!(await audited()).slice(written).includes('authenticationSuperseded'));
    const unfrozen = await gives(bank, token, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(unfrozen?.outcome, 'unfrozen');
  });

  it('is sent anew where the first will not come, or would open a form that is over', async () => {
    await sent(bank, zhaoLei.number);
    phone.trouble = new Undeliverable('21614');
    await phone.delivery.deliverDue();
    phone.trouble = undefined;
    await sent(bank, zhaoLei.number);
    const stale = await phone.token();
    await bank.freeze(zhaoLei.number, 'customerRequest');
    await sent(bank, zhaoLei.number);
    assert.equal(await bank.secureLinks.view(stale), undefined);
    assert.ok(await bank.secureLinks.view(await phone.token()));
  });

  it('opens nothing when the card was unfrozen on another way meanwhile', async () => {
    const { id } = await sent(bank, zhaoLei.number);
    const token = await phone.token();
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(await bank.secureLinks.view(token), undefined);
    assert.equal(await state(id), 'over');
  });

  it('ends at once where it was not the customer who asked', async () => {
    const { id } = await sent(bank, zhaoLei.number);
    const token = await phone.token();
    assert.equal((await bank.secureLinks.deny(token))?.lastFour, '4446');
    assert.equal(await bank.secureLinks.view(token), undefined);
    assert.equal(await state(id), 'over');
    assert.equal((await audited()).at(-1), 'secureLinkDenied');
    await assert.rejects(gives(bank, token, 'transactionPassword', zhaoLei.transactionPassword));
  });

  it('is never sent when it is too late, and its token is gone then', async () => {
    await sent(bank, zhaoLei.number);
    phone.trouble = new Error('away');
    await phone.delivery.deliverDue();
    bank.passes(10 * minutes);
    phone.trouble = undefined;
    assert.equal(await phone.token(), '');
    assert.deepEqual(phone.messages, []);
    assert.equal((await audited()).at(-1), 'messageGivenUp');
    await sent(bank, wangWei.number);
    bank.passes(10 * minutes);
    await bank.tend();
    const left = await bank.store.read((manager) => manager.find(Outbox));
    assert.deepEqual(
      left.map(({ tokenSealed }) => tokenSealed),
      [null, null],
    );
    bank.passes(24 * hours);
    await bank.tend();
    assert.equal(await bank.store.read((manager) => manager.count(SecureLinkRows)), 0);
  });

  it('is sent three times an hour and five a day to a customer, over all who ask, and says from when on again', async () => {
    const from = (count: number): UserTerminal => ({ channel: 'webChat', address: `browser_${count}` });
    for (let count = 0; count < 3; count++) {
      assert.equal((await asks(bank, zhaoLei.number, from(count))).outcome, 'secureLinkSent');
      bank.passes(10 * minutes);
    }
    const refused = await asks(bank, zhaoLei.number, from(3));
    const notBefore = new Date(bank.now().getTime() + 30 * minutes).toISOString();
    assert.deepEqual(refused, { outcome: 'noSecureLink', notBefore });
    await sent(bank, wangWei.number);
    bank.passes(30 * minutes);
    for (let count = 4; count < 6; count++) {
      assert.equal((await asks(bank, zhaoLei.number, from(count))).outcome, 'secureLinkSent');
      bank.passes(1 * hours);
    }
    assert.equal((await asks(bank, zhaoLei.number, from(6))).outcome, 'noSecureLink');
    assert.equal(await bank.store.read((manager) => manager.count(SecureLinkRows)), 6);
  });

  it('is still sent to who asks from the registered phone, when strangers have used up all others', async () => {
    for (let count = 0; count < 5; count++) {
      await asks(bank, zhaoLei.number);
      bank.passes(1 * hours);
    }
    const asksFrom = async (number: string) => {
      const of = { card: await bank.card(zhaoLei.number), userTerminal: caller, phone: number };
      await bank.customerService.queryCardStatus(of);
      return (await bank.processor.requestUnfreezing({ ...of, through: 'secureLink' })).outcome;
    };
    assert.equal(await asksFrom(liNa.phone), 'noSecureLink');
    for (let count = 0; count < 5; count++) {
      assert.equal(await asksFrom(zhaoLei.phone), 'secureLinkSent');
      bank.passes(1 * hours);
    }
    assert.equal(await asksFrom(zhaoLei.phone), 'noSecureLink');
  });

  it('keeps two tries for the registered phone when every other way is locked', async () => {
    for (const address of ['one', 'two', 'three', 'four', 'five']) {
      const userTerminal = { channel: 'webChat', address } as const;
      const request = await bank.authenticationRequest(zhaoLei.number, userTerminal);
      await bank.give(request, 'transactionPassword', '000000', userTerminal);
      bank.passes(61 * seconds);
    }
    const { outcome } = await bank
      .authenticationRequest(zhaoLei.number)
      .then((request) => bank.give(request, 'transactionPassword', zhaoLei.transactionPassword));
    assert.equal(outcome, 'locked');
    await sent(bank, zhaoLei.number);
    const token = await phone.token();
    const unfrozen = await gives(bank, token, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(unfrozen?.outcome, 'unfrozen');
  });

  it('is not sent where even the registered phone has to wait', async () => {
    await sent(bank, zhaoLei.number);
    const token = await phone.token();
    for (const _ of ['first', 'second', 'third']) {
      await gives(bank, token, 'transactionPassword', '000000');
      bank.passes(61 * seconds);
    }
    const notBefore = new Date(bank.now().getTime() + 15 * minutes - 61 * seconds).toISOString();
    assert.deepEqual(await asks(bank, zhaoLei.number), { outcome: 'noSecureLink', notBefore });
  });

  it('is not sent for a card that was not found frozen', async () => {
    assert.deepEqual(await asks(bank, wuMin.number), { outcome: 'noFrozenCard' });
    assert.equal(await bank.store.read((manager) => manager.count(Outbox)), 0);
  });

  it('goes out after its key was rotated and every field was closed anew', async () => {
    await sent(bank, zhaoLei.number);
    const { id: old } = bank.keyRing.fieldKey;
    bank.keyRing.rotate();
    await rewrap(bank.store, bank, () => {});
    bank.keyRing.dropFieldKeys([old]);
    assert.ok(await bank.secureLinks.view(await phone.token()));
  });
});

describe('a link to the secure form, by card system', () => {
  for (const { name, open } of cardSystems) {
    it(`reaches the phone of a customer of ${name}`, async () => {
      const { bank, close } = await open(emptySqlite);
      await sent(bank, zhaoLei.number);
      const phone = new Phone(bank);
      const token = await phone.token();
      const answer = await gives(bank, token, 'transactionPassword', zhaoLei.transactionPassword);
      await close();
      assert.deepEqual([phone.messages[0]?.to, answer?.outcome], ['+12025550104', 'unfrozen']);
    });
  }
});
