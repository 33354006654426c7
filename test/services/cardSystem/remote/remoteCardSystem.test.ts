// Guards money: an unfreezing elsewhere is done once and told truly.
import assert from 'node:assert/strict';
import { hours } from '../../../../kit/time.ts';
import type { Bank } from '../../../../services/bank.ts';
import type { AuthenticationAnswer } from '../../../../services/contract/authenticationInformation.ts';
import { Customers } from '../../../../services/tables/customer.ts';
import { Outbox } from '../../../../services/tables/outboxMessage.ts';
import { ClaimedUnfreezings } from '../../../../services/tables/unfreezing.ts';
import { onEachDatabase } from '../../../databases/databases.ts';
import { entriesOf } from '../../audit/trailOf.ts';
import { rejectsWith } from '../../rejectsWith.ts';
import { Phone } from '../../secureForm/phone.ts';
import { browser, liNa, sunLi, wuMin, zhaoLei } from '../../testBank.ts';
import type { Fault } from '../cardSystemStub.ts';
import { DyingStore } from './dyingStore.ts';
import { RemoteBank } from './remoteBank.ts';

const once = { unfreezings: 1, receipts: 1 };
const never = { unfreezings: 0, receipts: 0 };
const elsewhere = { ...browser, address: 'another conversation' };

describe('unfreezing on a card system that breaks', () => {
  let here: RemoteBank;
  beforeEach(async () => {
    here = await RemoteBank.open();
  });
  afterEach(() => here.close());

  const rightPassword = (userTerminal = browser) =>
    here.sealedPassword(zhaoLei, zhaoLei.transactionPassword, userTerminal);
  /** A bank that waits no longer than a second for what is never answered. */
  const hurried = () => here.another({ patience: 1000 });
  const status = () => here.stub.card(zhaoLei.number).status;

  const passing: Fault[][] = [
    ['slow'],
    ['lostOnTheWay'],
    ['resetAfterCommit'],
    ['serverError'],
    ['answerHeld', 'resetAfterCommit'],
  ];
  for (const faults of passing) {
    it(`is done once and told when the request meets ${faults.join(', then ')}`, async () => {
      const information = await rightPassword();
      here.stub.faults.unfreezings = [...faults];
      const { processor } = faults.includes('answerHeld') ? hurried() : here.bank;
      const answer = await processor.giveAuthenticationInformation(information);
      assert.deepEqual(answer, {
        outcome: 'unfrozen',
        at: here.bank.now().toISOString(),
        reasons: ['abnormalTransaction'],
      });
      const asked = here.stub.requests.filter(({ path }) => path === 'unfreezings');
      assert.equal(new Set(asked.map(({ key }) => key)).size, 1);
      assert.deepEqual(await here.written(), once);
      assert.equal(here.stub.card(zhaoLei.number).version, 2);
    });
  }

  for (const fault of ['lostOnTheWay', 'resetAfterCommit', 'answerHeld', 'serverError'] as const) {
    it(`is told to nobody while each answer meets ${fault}, and then once, to who asks again`, async () => {
      const information = await rightPassword();
      here.stub.faults.unfreezings = Array(3).fill(fault);
      const { processor } = fault === 'answerHeld' ? hurried() : here.bank;
      const give = () => processor.giveAuthenticationInformation(information);
      await rejectsWith('storeUnavailable', give());
      assert.deepEqual(await here.written(), never);
      const answer = {
        outcome: 'unfrozen',
        at: here.bank.now().toISOString(),
        reasons: ['abnormalTransaction'],
      };
      assert.deepEqual(await give(), answer);
      assert.deepEqual(await give(), answer);
      assert.deepEqual(await here.written(), once);
      assert.equal(here.stub.card(zhaoLei.number).version, 2);
    });
  }

  const wrong: Record<string, Fault> = {
    'nothing in it': { answers: {} },
    'no version': { answers: { outcome: 'unfrozen' } },
    'the version before': { answers: { outcome: 'unfrozen', version: 1 } },
    'a version to come': { answers: { outcome: 'unfrozen', version: 3 } },
    'another word': { answers: { outcome: 'ok', version: 2 } },
    'a list': { answers: [] },
    'success without having done it': { lies: { outcome: 'unfrozen', version: 2 } },
  };
  for (const [title, fault] of Object.entries(wrong)) {
    it(`counts an answer for no success that has ${title}, and learns the truth later`, async () => {
      const information = await rightPassword();
      here.stub.faults.unfreezings = [fault];
      const give = () => here.bank.processor.giveAuthenticationInformation(information);
      await rejectsWith('internal', give());
      assert.deepEqual(await here.written(), never);
      await here.bank.settle();
      assert.deepEqual(await here.written(), once);
      assert.equal((await give()).outcome, 'unfrozen');
    });
  }

  it('believes no card that ends in other digits than it was asked for', async () => {
    here.stub.faults['card-searches'] = [{ answers: { cardNumbers: [liNa.number] } }];
    await rejectsWith('internal', here.bank.cardSystem.search(liNa.phone, '2228'));
  });

  it('says what is true when the card is frozen anew before it is read back', async () => {
    const information = await rightPassword();
    here.stub.afterNext.unfreezings = () => here.stub.freeze(zhaoLei.number, 'judicialOrder');
    const answer = await here.bank.processor.giveAuthenticationInformation(information);
    assert.deepEqual(answer, { outcome: 'notRemote', help: 'branch' });
    assert.deepEqual(await here.written(), { unfreezings: 1, receipts: 0 });
    const [entry] = await entriesOf(here.bank, 'cardUnfrozen');
    assert.equal(JSON.parse(entry?.details ?? '').changedAgain, true);
  });

  it('leaves a freeze standing that was added after the card was looked up', async () => {
    const information = await rightPassword();
    here.stub.afterNext['card-look-ups'] = () => here.stub.freeze(zhaoLei.number, 'judicialOrder');
    const answer = await here.bank.processor.giveAuthenticationInformation(information);
    assert.deepEqual(answer, { outcome: 'notRemote', help: 'branch' });
    assert.deepEqual(await here.written(), never);
    assert.equal(status(), 'frozen');
  });

  it('begins no second time for a card while nobody knows what became of the first', async () => {
    const [first, second] = [await rightPassword(), await rightPassword(elsewhere)];
    here.stub.faults.unfreezings = Array(6).fill('lostOnTheWay');
    await rejectsWith('storeUnavailable', here.bank.processor.giveAuthenticationInformation(first));
    await rejectsWith('storeUnavailable', here.bank.processor.giveAuthenticationInformation(second));
    assert.equal(await here.bank.store.read((manager) => manager.count(ClaimedUnfreezings)), 1);
    here.bank.passes(1 * hours);
    const stateOf = async () =>
      (await here.bank.processor.unfreezeRequestState(first.authenticationRequest)).state;
    assert.equal(await stateOf(), 'open');
    here.bank.passes(-1 * hours);
    const answer = await here.bank.processor.giveAuthenticationInformation(second);
    assert.deepEqual(answer, { outcome: 'over' });
    assert.equal((await here.bank.processor.giveAuthenticationInformation(first)).outcome, 'unfrozen');
    assert.equal(await stateOf(), 'unfrozen');
    assert.deepEqual(await here.written(), once);
  });

  it('asks nothing about a card that no status query has found frozen', async () => {
    const request = { card: await here.bank.card(zhaoLei.number), userTerminal: browser };
    assert.deepEqual(await here.bank.processor.requestUnfreezing(request), { outcome: 'noFrozenCard' });
    assert.equal(here.stub.requests.length, 0);
  });

  it('keeps the answer for who asked when another process settles what one that died has begun', async () => {
    const information = await rightPassword();
    const store = new DyingStore(here.bank.store);
    const [dying, next] = [here.another({ store }), here.another()];
    const asks = (bank: Bank) =>
      bank.idempotency.once<AuthenticationAnswer>(
        { key: 'one', path: '/information', body: information },
        (record) => bank.processor.giveAuthenticationInformation(information, record),
      );
    store.transactionsLeft = 3;
    await assert.rejects(asks(dying), /has died/);
    await rejectsWith('storeUnavailable', asks(next));
    await next.settle();
    assert.deepEqual(await asks(next), {
      outcome: 'unfrozen',
      at: here.bank.now().toISOString(),
      reasons: ['abnormalTransaction'],
    });
    assert.deepEqual(await here.written(), once);
  });

  it('keeps the true answer under the idempotency key of who asked', async () => {
    const information = await rightPassword();
    const ask = () =>
      here.bank.idempotency.once({ key: 'one', path: '/information', body: information }, (record) =>
        here.bank.processor.giveAuthenticationInformation(information, record),
      );
    here.stub.faults.unfreezings = Array(3).fill('resetAfterCommit');
    await rejectsWith('storeUnavailable', ask());
    await here.another().settle();
    const answer = await ask();
    assert.deepEqual(answer, {
      outcome: 'unfrozen',
      at: here.bank.now().toISOString(),
      reasons: ['abnormalTransaction'],
    });
    const asked = here.stub.requests.length;
    assert.deepEqual(await ask(), answer);
    assert.equal(here.stub.requests.length, asked);
  });

  it('answers anew a check that met trouble before anything was claimed', async () => {
    const information = await rightPassword();
    here.stub.faults['card-look-ups'] = Array(3).fill('lostOnTheWay');
    const give = () => here.bank.processor.giveAuthenticationInformation(information);
    await rejectsWith('storeUnavailable', give());
    assert.equal((await give()).outcome, 'unfrozen');
    assert.deepEqual(await here.written(), once);
  });

  it('counts a wrong password once, whatever its count meets, and tells nobody before it is counted', async () => {
    const information = await here.sealedPassword(zhaoLei, '000000');
    here.stub.faults['password-checks'] = ['resetAfterCommit', 'serverError', 'resetAfterCommit'];
    const give = () => here.bank.processor.giveAuthenticationInformation(information);
    await rejectsWith('storeUnavailable', give());
    assert.deepEqual(await give(), { outcome: 'notAccepted', attempt: 2, attemptsLeft: 2 });
    assert.equal(here.stub.card(zhaoLei.number).passwordErrors, 1);
  });

  it('counts no card status query that the card system did not answer, and says nothing of the card', async () => {
    const query = async ({ number }: { number: string }) =>
      here.bank.customerService.queryCardStatus({
        card: await here.bank.card(number),
        userTerminal: browser,
      });
    for (const answers of [{}, { card: {} }, { card: { status: 'active' } }, 'no']) {
      here.stub.faults['card-look-ups'] = [{ answers }];
      await rejectsWith('internal', query(wuMin));
    }
    for (let count = 0; count < 20; count++) await query(wuMin);
    await rejectsWith('tooManyRequests', query(wuMin));
  });

  it('keeps no card number, document, phone or password, and forgets in time what a receipt needs', async () => {
    const request = await here.bank.authenticationRequest(liNa.number);
    await here.bank.give(request, 'identityDocument', liNa.identityDocument);
    const { outcome } = await here.bank.give(request, 'transactionPassword', liNa.transactionPassword);
    assert.equal(outcome, 'unfrozen');
    const [kept, ...others] = await here.bank.store.read((manager) => manager.find(Customers));
    assert.ok(kept && others.length === 0);
    const place = { table: 'customers', column: 'phone_sealed', row: kept.id };
    assert.equal(here.bank.fields.open(kept.phoneSealed, place), here.stub.card(liNa.number).customer.phone);
    await here.bank.customerService.queryCardStatus({
      card: await here.bank.card(sunLi.number),
      userTerminal: browser,
    });
    const { customer } = here.stub.card(liNa.number);
    const secrets = [liNa.number, sunLi.number, liNa.identityDocument, customer.phone, customer.latinName];
    const content = await here.bank.content();
    for (const secret of secrets) assert.equal(content.indexOf(secret), -1);
    await new Phone(here.bank).delivery.deliverDue();
    here.bank.passes(30 * 24 * hours);
    await here.bank.tend();
    const left = await here.bank.store.read(async (manager) => [
      await manager.count(Customers),
      await manager.count(Outbox),
      await manager.count(ClaimedUnfreezings),
    ]);
    assert.deepEqual(left, [0, 0, 0]);
  });

  it('tells apart whether the card system is ready and whether it is itself', async () => {
    await here.bank.cardSystemReady();
    here.stub.isReady = false;
    await rejectsWith('storeUnavailable', here.bank.cardSystemReady());
    await here.bank.ready();
  });
});

onEachDatabase('a process that dies while it unfreezes on a card system elsewhere', (empty) => {
  let here: RemoteBank;
  beforeEach(async () => {
    here = await RemoteBank.open(empty);
  });
  afterEach(() => here.close());

  /** How many transactions it still makes: of three, the second claims the unfreezing and the third concludes it. */
  for (const transactions of [0, 1, 2, 3]) {
    it(`leaves it done and written down once, or not at all (after ${transactions} transactions)`, async () => {
      const information = await here.sealedPassword(zhaoLei, zhaoLei.transactionPassword);
      const store = new DyingStore(here.bank.store);
      const dying = here.another({ store });
      store.transactionsLeft = transactions;
      const answered = await dying.processor
        .giveAuthenticationInformation(information)
        .catch(() => undefined);
      await here.another().settle();
      const isUnfrozen = here.stub.card(zhaoLei.number).status === 'active';
      assert.equal(isUnfrozen, transactions >= 2);
      assert.equal(answered?.outcome, transactions >= 3 ? 'unfrozen' : undefined);
      assert.deepEqual(await here.written(), isUnfrozen ? once : never);
      here.bank.passes(30_000);
      const again = await here.another().processor.giveAuthenticationInformation(information);
      assert.equal(again.outcome, 'unfrozen');
      assert.deepEqual(await here.written(), once);
      assert.equal(here.stub.card(zhaoLei.number).version, 2);
    });
  }
  for (const [path, faults] of [
    ['unfreezings', Array(3).fill('lostOnTheWay')],
    ['unfreezings', Array(3).fill('resetAfterCommit')],
    ['card-look-ups', ['passes', ...Array(3).fill('lostOnTheWay')]],
  ] as const) {
    it(`is settled by the next process when ${path} met ${faults.at(-1)} to the end`, async () => {
      const information = await here.sealedPassword(zhaoLei, zhaoLei.transactionPassword);
      here.stub.faults[path] = [...faults];
      await rejectsWith(
        'storeUnavailable',
        here.another().processor.giveAuthenticationInformation(information),
      );
      assert.deepEqual(await here.written(), never);
      await here.another().settle();
      assert.deepEqual(await here.written(), once);
      const again = await here.another().processor.giveAuthenticationInformation(information);
      assert.equal(again.outcome, 'unfrozen');
      assert.deepEqual(await here.written(), once);
      assert.equal(here.stub.card(zhaoLei.number).version, 2);
    });
  }
});
