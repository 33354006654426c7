import assert from 'node:assert/strict';
import sinon from 'sinon';
import { hours } from '../../../kit/time.ts';
import type { AuditAction } from '../../../services/audit/audit.ts';
import type { DisownmentAnswer } from '../../../services/contract/disownment.ts';
import { AuthenticationRequests } from '../../../services/tables/authenticationRequest.ts';
import { DisownableUnfreezings } from '../../../services/tables/disownableUnfreezing.ts';
import { databases, databasesOf } from '../../databases/databases.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { entriesOf } from '../audit/trailOf.ts';
import { cardSystems, type OpenCardSystem } from '../cardSystem/cardSystems.ts';
import { liNa, zhaoLei } from '../testBank.ts';

const [embedded, remote] = cardSystems;
assert.ok(embedded && remote);

// One database is enough, since both do the same with these statements.
for (const { name, open, on } of [embedded, { ...remote, on: ['SQLite'] as const }]) {
  for (const database of databasesOf(import.meta.filename).filter((name) => on.includes(name))) {
    describe(`"that was not me", with ${name}, on ${database}`, () => {
      let opened: OpenCardSystem;
      beforeEach(async () => {
        opened = await open(databases[database]);
      });
      afterEach(() => opened.close());

      const disown = (phone = zhaoLei.phone): Promise<DisownmentAnswer> =>
        opened.bank.customerService.disown({ userTerminal: { channel: 'sms', address: 'a-thread' }, phone });
      async function unfreezes(): Promise<void> {
        const request = await opened.bank.authenticationRequest(zhaoLei.number);
        const { outcome } = await opened.bank.give(
          request,
          'transactionPassword',
          zhaoLei.transactionPassword,
        );
        assert.equal(outcome, 'unfrozen');
      }
      async function card() {
        const { cardSystem } = opened.bank;
        const found = await cardSystem.find(await cardSystem.referenceOf(zhaoLei.number));
        return { status: found?.card.status, freezes: found?.card.freezes };
      }
      const frozen = { status: 'frozen', freezes: ['suspectedFraud'] };
      const entries = async (action: AuditAction) => {
        const found = await entriesOf(opened.bank, action);
        return found.map(({ details }) => JSON.parse(details));
      };

      it('freezes the card again so that only staff lift it, ends what was begun for it, and is audited', async () => {
        await unfreezes();
        const { bank } = opened;
        const reference = await bank.card(zhaoLei.number);
        await bank.store.transaction([], (manager) =>
          manager.update(AuthenticationRequests, { card: reference }, { state: 'open' }),
        );
        const answer = await disown();
        assert.deepEqual(answer, { outcome: 'frozenAgain', cards: [{ card: reference, lastFour: '4446' }] });
        assert.deepEqual(await card(), frozen);
        const open = await bank.store.read((manager) =>
          manager.countBy(AuthenticationRequests, { state: 'open' }),
        );
        assert.equal(open, 0);
        const [{ disownment, ...disowned }, ...others] = await entries('unfreezingDisowned');
        assert.deepEqual(others, []);
        assert.deepEqual(disowned, { card: reference, channel: 'sms', address: 'a-thread' });
        assert.deepEqual(await entries('cardFrozen'), [
          { disownment, card: reference, reason: 'suspectedFraud' },
        ]);
      });

      it('freezes nothing a second time, and says nothing of how the card stands then', async () => {
        await unfreezes();
        await disown();
        const both = await Promise.all([disown(), disown()]);
        assert.deepEqual(
          both.map(({ outcome }) => outcome),
          ['already', 'already'],
        );
        await opened.bank.settle();
        assert.equal((await entries('cardFrozen')).length, 1);
      });

      it('is done by whoever settles, where the process has died after it was noted', async () => {
        await unfreezes();
        const dies = sinon.stub(opened.bank.cardSystem, 'addFreeze').rejects(new Error('killed'));
        assert.equal((await disown()).outcome, 'freezing');
        assert.equal((await card()).status, 'active');
        dies.restore();
        await opened.bank.settle();
        assert.deepEqual(await card(), frozen);
        assert.equal((await entries('cardFrozen')).length, 1);
        assert.equal((await disown()).outcome, 'already');
      });

      it('tells without freezing anything whether there is a receipt to answer, and when one was disowned', async () => {
        const receipt = (phone = zhaoLei.phone) =>
          opened.bank.customerService.answerableReceipt({
            userTerminal: { channel: 'sms', address: 'a-thread' },
            phone,
          });
        const none = { unfrozenAt: null, disownedAt: null };
        assert.deepEqual(await receipt(), none);
        await unfreezes();
        const at = opened.bank.now().toISOString();
        assert.deepEqual(await receipt(), { unfrozenAt: at, disownedAt: null });
        assert.deepEqual(await receipt(liNa.phone), none);
        assert.equal((await card()).status, 'active');
        await disown();
        assert.deepEqual(await receipt(), { unfrozenAt: null, disownedAt: at });
        opened.bank.passes(72 * hours);
        assert.deepEqual(await receipt(), none);
      });

      it('finds nothing for another phone, for nobody’s, and for an unfreezing of three days ago', async () => {
        await unfreezes();
        const answers = [await disown(liNa.phone), await disown('+12025550199')];
        assert.deepEqual(
          answers.map((answer) => JSON.stringify(answer)),
          Array(2).fill('{"outcome":"nothingUnfrozen"}'),
        );
        assert.equal((await card()).status, 'active');
        opened.bank.passes(72 * hours);
        await opened.bank.tend();
        assert.deepEqual(await disown(), { outcome: 'nothingUnfrozen' });
        assert.equal(await opened.bank.store.read((manager) => manager.count(DisownableUnfreezings)), 0);
      });

      it('has no limit that a stranger could use up before it is needed', async () => {
        for (let count = 0; count < 30; count++)
          assert.deepEqual(await disown(), { outcome: 'nothingUnfrozen' });
        await unfreezes();
        assert.equal((await disown()).outcome, 'frozenAgain');
        assert.deepEqual(await card(), frozen);
      });

      it('writes nothing and waits for nobody where nothing is left to freeze', async () => {
        await unfreezes();
        await disown();
        const writes = sinon.spy(opened.bank.store, 'transaction');
        for (let count = 0; count < 30; count++) assert.equal((await disown()).outcome, 'already');
        await disown(liNa.phone);
        writes.restore();
        assert.equal(writes.callCount, 0);
      });

      it('leaves the number of the phone nowhere', async () => {
        await unfreezes();
        await disown();
        const rows = await opened.bank.store.read((manager) => manager.find(DisownableUnfreezings));
        assert.doesNotMatch(JSON.stringify([rows, await entries('unfreezingDisowned')]), /2025550104/);
      });
    });
  }
}

describe('"that was not me" while the bank’s card system is away', () => {
  let opened: OpenCardSystem;
  beforeEach(async () => {
    opened = await remote.open(emptySqlite);
    const request = await opened.bank.authenticationRequest(zhaoLei.number);
    await opened.bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
  });
  afterEach(() => opened.close());

  const disown = () =>
    opened.bank.customerService.disown({
      userTerminal: { channel: 'sms', address: 'a-thread' },
      phone: zhaoLei.phone,
    });
  const fails = (times: number) => {
    assert.ok(opened.stub);
    opened.stub.faults.freezings = Array(times).fill('serverError');
    return opened.stub;
  };

  it('is not said to be done, is kept however long it takes, and is done when the card system is back', async () => {
    const stub = fails(6);
    assert.equal((await disown()).outcome, 'freezing');
    assert.equal(stub.card(zhaoLei.number).status, 'active');
    await assert.rejects(opened.bank.settle(), /1 could not be frozen/);
    opened.bank.passes(100 * hours);
    await opened.bank.tend();
    await opened.bank.settle();
    assert.deepEqual([...stub.card(zhaoLei.number).freezes], ['suspectedFraud']);
    const keys = stub.requests.filter(({ path }) => path === 'freezings').map(({ key }) => key);
    assert.equal(new Set(keys).size, 1);
  });

  it('is asked again under the same key where the answer was lost, and done where the customer asks again', async () => {
    const stub = fails(0);
    stub.faults.freezings = ['resetAfterCommit'];
    assert.equal((await disown()).outcome, 'frozenAgain');
    assert.equal(stub.card(zhaoLei.number).version, 3);
  });
});
