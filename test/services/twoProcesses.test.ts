import assert from 'node:assert/strict';
import { importDemoBank } from '../../demo/demoBank.ts';
import { openStore } from '../../kit/store/openStore.ts';
import type { Store } from '../../kit/store/store.ts';
import { hours, instant, later, minutes, seconds } from '../../kit/time.ts';
import type { AuditAction } from '../../services/audit/audit.ts';
import { type Bank, createBank } from '../../services/bank.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { CardOperations } from '../../services/cardSystem/cardOperations.ts';
import { DatabaseKeys } from '../../services/installation/databaseKeys.ts';
import { keyedBank } from '../../services/keyedBank.ts';
import { rewrap } from '../../services/rewrap.ts';
import { AuthenticationRequests } from '../../services/tables/authenticationRequest.ts';
import { BankKeyFingerprints } from '../../services/tables/bankKeyFingerprint.ts';
import { Customers } from '../../services/tables/customer.ts';
import { SecureLinkRows } from '../../services/tables/secureLink.ts';
import { SteadyMoments } from '../../services/tables/steadyMoment.ts';
import { SteadyTime } from '../../services/throttling/steadyTime.ts';
import { emptyPostgres } from '../databases/postgres.ts';
import { anOperator } from './anOperator.ts';
import { firstBadEntry } from './audit/firstBadEntry.ts';
import { entriesOf } from './audit/trailOf.ts';
import { cardSystems, type OpenCardSystem } from './cardSystem/cardSystems.ts';
import { liNa, type TestBank, zhaoLei, zhengKai } from './testBank.ts';

describe('two processes of the bank’s side on one PostgreSQL', () => {
  let opened: OpenCardSystem;
  let bank: TestBank;
  let store: Store;
  let banks: [Bank, Bank];

  async function open(of = cardSystems[0]): Promise<void> {
    assert.ok(of);
    opened = await of.open(emptyPostgres);
    bank = opened.bank;
    store = await openStore(bank.databaseUrl, [bankSchema]);
    const cardSystemAt = opened.stub?.address();
    banks = [bank, createBank({ ...bank, store, clock: bank.now, cardSystemAt, sendsLinks: true })];
  }
  afterEach(async () => {
    assert.equal(await firstBadEntry(bank.store, bank.audit), undefined);
    await store.close();
    await opened.close();
  });

  /** The same, so many times at the same moment, on one and the other in turn. */
  const together = <Result>(times: number, does: (one: Bank, number: number) => Promise<Result>) =>
    Promise.all(Array.from({ length: times }, (_, number) => does(banks[number % 2 === 0 ? 0 : 1], number)));
  const entries = async (action: AuditAction) => (await entriesOf(bank, action)).length;
  const card = async (number: string) => {
    const found = await bank.cardSystem.find(await bank.card(number));
    return { status: found?.card.status, freezes: found?.card.freezes };
  };
  const unfreezes = async (number: string, password: string): Promise<string> => {
    const request = await bank.authenticationRequest(number);
    return (await bank.give(request, 'transactionPassword', password)).outcome;
  };

  it('unfreeze a card of a card system elsewhere once, and conclude it once', async () => {
    await open(cardSystems[1]);
    const found = await bank.cardSystem.find(await bank.card(zhaoLei.number));
    assert.ok(found && opened.stub);
    opened.stub.faults.unfreezings = Array(6).fill('resetAfterCommit');
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword).catch(() => {});
    await together(6, (one) => one.settle());
    assert.equal(await entries('cardUnfrozen'), 1);
    assert.equal((await card(zhaoLei.number)).status, 'active');
  });

  it('freeze a disowned card once, and write down once that it was disowned', async () => {
    await open();
    assert.equal(await unfreezes(zhaoLei.number, zhaoLei.transactionPassword), 'unfrozen');
    const userTerminal = { channel: 'sms', address: 'a-thread' } as const;
    await together(8, (one) => one.customerService.disown({ userTerminal, phone: zhaoLei.phone }));
    assert.deepEqual(
      [await entries('unfreezingDisowned'), await entries('cardFrozen'), await card(zhaoLei.number)],
      [1, 1, { status: 'frozen', freezes: ['suspectedFraud'] }],
    );
  });

  it('send one link, however many ask for it at the same moment', async () => {
    await open();
    const reference = await bank.card(zhaoLei.number);
    await bank.customerService.queryCardStatus({
      card: reference,
      userTerminal: { channel: 'voice', address: 'caller' },
    });
    const answers = await together(10, (one, number) =>
      one.processor.requestUnfreezing({
        card: reference,
        userTerminal: { channel: 'voice', address: `caller-${number}` },
        through: 'secureLink',
      }),
    );
    const sent = answers.filter(({ outcome }) => outcome === 'secureLinkSent');
    const [links, stillOpen] = await bank.store.read(async (manager) => [
      await manager.count(SecureLinkRows),
      await manager.countBy(AuthenticationRequests, { channel: 'secureForm', state: 'open' }),
    ]);
    assert.deepEqual([sent.length, links, stillOpen], [1, 1, 1]);
  });

  it('never unfreeze a card past a freeze that an operator adds at that moment', async () => {
    await open();
    for (let round = 0; round < 12; round++) {
      const reference = await bank.card(zhengKai.number);
      const request = await bank.authenticationRequest(zhengKai.number);
      await bank.give(request, 'identityDocument', zhengKai.identityDocument);
      const operations = new CardOperations({ ...banks[1], store, clock: bank.now });
      const [{ outcome }] = await Promise.all([
        bank.giveAtOnce(request, 'transactionPassword', zhengKai.transactionPassword),
        operations.freeze(reference, 'judicialOrder', anOperator),
      ]);
      const { status, freezes = [] } = await card(zhengKai.number);
      assert.deepEqual([status, freezes.includes('judicialOrder')], ['frozen', true], outcome);
      assert.equal(freezes.length, outcome === 'unfrozen' ? 1 : 2);
      await operations.lift(reference, 'judicialOrder', anOperator);
      if (outcome === 'unfrozen') await operations.freeze(reference, 'customerRequest', anOperator);
      bank.passes(1 * minutes);
    }
  });

  it('answer no more card status queries of one user terminal than its limit, and count each', async () => {
    await open();
    const reference = await bank.card(liNa.number);
    const userTerminal = { channel: 'webChat', address: 'one-terminal' } as const;
    const answers = await together(30, (one) =>
      one.customerService.queryCardStatus({ card: reference, userTerminal }).then(
        () => 'answered',
        ({ code }) => code,
      ),
    );
    assert.equal(answers.filter((answer) => answer === 'answered').length, 20);
    assert.equal(answers.filter((answer) => answer === 'tooManyRequests').length, 10);
    assert.equal((await bank.overall()).counts.cardStatusQueries, 20);
  });

  it('import the demo bank once, and write down once which policy is in force', async () => {
    await open();
    await bank.store.transaction([], async (manager) => {
      for (const table of ['card_freezes', 'cards', 'customers']) await manager.query(`DELETE FROM ${table}`);
    });
    const stores = [bank.store, store];
    const imported = await together(4, (one, number) =>
      importDemoBank({ ...one, store: stores[number % 2] ?? store, keyRing: bank.keyRing, clock: bank.now }),
    );
    assert.deepEqual(imported.toSorted(), [false, false, false, true]);
    assert.equal(await bank.store.read((manager) => manager.count(Customers)), 10);
    await together(6, (one) => one.notePolicyInForce());
    assert.equal(await entries('policyInForce'), 1);
  });

  it('record a rotated key once', async () => {
    await open();
    const keys = [bank.store, store].map(
      (one) =>
        new DatabaseKeys({
          ...bank,
          store: one,
          keysFile: bank.keysFile,
          schemas: [keyedBank],
          clock: bank.now,
        }),
    );
    await together(4, async (_, number) => keys[number % 2]?.settle());
    bank.keyRing.rotate();
    await together(4, async (_, number) => keys[number % 2]?.settle());
    const recorded = await bank.store.read((manager) =>
      manager.findBy(BankKeyFingerprints, { name: 'fieldKeys' }),
    );
    assert.equal(recorded.length, 2);
  });

  it('lose nothing that is packaged while everything is closed with a new key', async () => {
    await open();
    const numbers = [liNa.number, zhaoLei.number, zhengKai.number];
    for (let round = 0; round < 4; round++) {
      const old = bank.keyRing.fieldKey.id;
      const asking = together(12, async (one, number) =>
        one.customerService.queryCardStatus({
          card: await bank.card(numbers[number % 3] ?? ''),
          userTerminal: { channel: 'webChat', address: `terminal-${round}-${number}` },
        }),
      );
      bank.keyRing.rotate();
      await rewrap(store, { ...banks[1] }, () => {});
      bank.keyRing.dropFieldKeys([old]);
      await asking;
      for (const number of numbers) await bank.authenticationRequest(number, browserOf(round, number));
    }
  });

  it('keep a steady time that never goes back, also where one is slower than the other', async () => {
    await open();
    const timeAt = (after: number) => {
      const clock = () => later(bank.now(), after);
      return new SteadyTime({ clock, ticks: () => clock().getTime() });
    };
    const [slow, ahead] = [timeAt(0), timeAt(1 * hours)];
    await bank.store.transaction([], (manager) => slow.keep(manager));
    bank.passes(2 * seconds);
    await bank.store.transaction([], async (manager) => {
      await slow.now(manager);
      await store.transaction([], (other) => ahead.keep(other));
      // The slow process looked before the other one wrote, and writes after it.
      await slow.keep(manager);
    });
    const { steady } = await bank.store.read((manager) => manager.findOneByOrFail(SteadyMoments, { id: 1 }));
    assert.equal(steady, instant(later(bank.now(), 1 * hours)));
  });
});

function browserOf(round: number, number: string) {
  return { channel: 'webChat', address: `browser-${round}-${number}` } as const;
}
