// Guards a secret: nobody may try passwords until one is right.
import assert from 'node:assert/strict';
import { hours, later, minutes, seconds } from '../../../kit/time.ts';
import { createBank } from '../../../services/bank.ts';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { FailedAttempts } from '../../../services/tables/failedAttempt.ts';
import { ordinaryMost } from '../../../services/throttling/overallLimit.ts';
import type { Attempt, Throttling } from '../../../services/throttling/throttling.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { liNa, openTestBank, type TestBank, wangWei, zhaoLei } from '../testBank.ts';

const liNas = { card: 'card_liNa', customer: 'liNa' };
const zhaoLeis = { card: 'card_zhaoLei', customer: 'zhaoLei' };
const terminal = (number: number): UserTerminal => ({ channel: 'webChat', address: `terminal-${number}` });
const link: UserTerminal = { channel: 'secureForm', address: 'link' };

onEachDatabase('throttling', (empty) => {
  let bank: TestBank;
  let throttling: Throttling;
  let requests = 0;
  beforeEach(async () => {
    bank = await openTestBank({ empty, customers: [] });
    throttling = bank.throttling;
  });
  afterEach(() => bank.close());

  /** Begins an attempt that will not succeed. @returns what stands against it */
  async function fails(of = liNas, userTerminal = terminal(0)) {
    requests += 1;
    const attempt: Attempt = { ...of, authenticationRequest: `r${requests}`, attempt: 1, userTerminal };
    return bank.store.transaction([], async (manager) => {
      const obstacle = await throttling.begin(manager, attempt);
      if (!obstacle) await throttling.failed(manager, attempt, 2);
      return obstacle?.outcome === 'locked' ? obstacle.rule : obstacle?.outcome;
    });
  }
  const all = () => bank.store.read((manager) => manager.find(FailedAttempts));
  const lock = (of = liNas) => bank.store.read((manager) => throttling.lockOf(manager, of));
  const inMinutes = (count: number) => later(bank.now(), count * minutes).toISOString();

  it('uses up the budget of a user terminal first, over all cards, so that a stranger’s card stays open', async () => {
    for (const whose of [liNas, zhaoLeis, liNas, zhaoLeis]) {
      assert.equal(await fails(whose), undefined);
      bank.passes(3 * seconds);
    }
    assert.equal(await fails(liNas), 'userTerminalBudget');
    assert.equal(await fails({ card: 'card_wangWei', customer: 'wangWei' }), 'userTerminalBudget');
    assert.equal((await all()).length, 4);
    assert.equal(await lock(), undefined);
    assert.equal(await fails(liNas, terminal(1)), undefined);
  });

  it('counts a network address over all conversations from it, and keeps neither in the clear', async () => {
    const from = (number: number) => ({ ...terminal(number), network: '198.51.100.7' });
    for (let number = 0; number < 4; number++) {
      assert.equal(await fails(liNas, from(number)), undefined);
      bank.passes(1 * minutes);
    }
    assert.equal(await fails(liNas, from(4)), 'networkOnCustomerBudget');
    assert.equal(await fails(liNas, { ...from(4), network: '198.51.100.8' }), undefined);
    assert.doesNotMatch(JSON.stringify(await all()), /198\.51|terminal-/);
  });

  it('stops one who tries a password on card after card from one network address', async () => {
    for (let number = 0; number < 20; number++) {
      const of = { card: `card_${number}`, customer: `customer ${number}` };
      assert.equal(await fails(of, { ...terminal(number), network: '2001:db8:1:2::/64' }), undefined);
    }
    assert.equal(await fails(liNas, { ...terminal(20), network: '2001:db8:1:2::/64' }), 'networkBudget');
    assert.equal(await fails(liNas, { ...terminal(20), network: '2001:db8:1:3::/64' }), undefined);
    bank.passes(1 * hours);
    assert.equal(await fails(zhaoLeis, { ...terminal(21), network: '2001:db8:1:2::/64' }), undefined);
  });

  it('keeps two failures a day and two of ten in a row for the link to the registered phone', async () => {
    for (let number = 0; number < 5; number++) {
      assert.equal(await fails(liNas, terminal(number)), undefined);
      bank.passes(1 * minutes);
    }
    assert.equal(await fails(liNas, terminal(5)), 'fiveInADay');
    for (let times = 0; times < 2; times++) {
      assert.equal(await fails(liNas, link), undefined);
      bank.passes(1 * minutes);
    }
    assert.equal(await fails(liNas, link), 'fiveInADay');
    bank.passes(24 * hours);
    assert.equal(await fails(liNas, terminal(6)), undefined);
    bank.passes(1 * minutes);
    assert.equal(await fails(liNas, terminal(7)), 'tenInARow');
    assert.equal((await lock())?.until, null);
    for (let times = 0; times < 2; times++) {
      assert.equal(await fails(liNas, link), undefined);
      bank.passes(1 * minutes);
    }
    bank.passes(1000 * hours);
    assert.equal(await fails(liNas, link), 'tenInARow');
  });

  it('holds customer and card alike, and lets both go at once', async () => {
    const otherCard = { card: 'card_other', customer: liNas.customer };
    for (let number = 0; number < 5; number++) {
      await fails(number % 2 ? liNas : otherCard, terminal(number));
      bank.passes(1 * minutes);
    }
    const until = inMinutes(24 * 60 - 1);
    for (const whose of [liNas, otherCard]) assert.equal((await lock(whose))?.until, until);
    await bank.store.transaction([], (manager) => throttling.forget(manager, otherCard));
    for (const whose of [liNas, otherCard]) assert.equal(await lock(whose), undefined);
    assert.equal(await fails(liNas, terminal(0)), undefined);
  });

  it('counts what fails after it was forgotten', async () => {
    const userTerminal = terminal(0);
    const attempt = { ...liNas, authenticationRequest: 'released', attempt: 1, userTerminal };
    await bank.store.transaction([], async (manager) => {
      await throttling.begin(manager, attempt);
      await throttling.forget(manager, liNas);
      const follows = await throttling.failed(manager, attempt, 0);
      assert.equal(follows.outcome === 'locked' && follows.rule, 'failedRequest');
    });
    assert.equal((await all()).length, 1);
  });

  it('is prolonged by no attempt that comes while it holds, or too soon', async () => {
    for (let number = 0; number < 5; number++) {
      await fails(liNas, terminal(number));
      if (number >= 1) assert.equal(await fails(liNas, terminal(9)), number < 4 ? 'tooSoon' : 'fiveInADay');
      bank.passes(1 * minutes);
    }
    const held = await lock();
    for (let times = 0; times < 23; times++) {
      bank.passes(1 * hours);
      assert.equal(await fails(liNas, terminal(9)), 'fiveInADay');
    }
    assert.deepEqual(await lock(), held);
    bank.passes(59 * minutes);
    assert.equal(await fails(liNas, terminal(9)), undefined);
  });

  it('forgets after a day where an attempt came from, and not that it failed', async () => {
    await fails(liNas, { ...terminal(0), network: '198.51.100.7' });
    bank.passes(24 * hours - 1);
    await bank.tend();
    assert.ok((await all())[0]?.network);
    bank.passes(1);
    await bank.tend();
    const [{ userTerminal, network, customer } = {}] = await all();
    assert.deepEqual(
      { userTerminal, network, customer },
      { userTerminal: null, network: null, customer: 'liNa' },
    );
  });
});

onEachDatabase('attempts that are throttled', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const fail = async (number: string, userTerminal: UserTerminal) => {
    const request = await bank.authenticationRequest(number, userTerminal);
    return bank.giveAtOnce(request, request.items[0] ?? 'identityDocument', '000000', userTerminal);
  };

  it('are neither checked nor counted when they come too soon, and the same envelope can come again', async () => {
    await fail(zhaoLei.number, terminal(0));
    await fail(zhaoLei.number, terminal(1));
    const request = await bank.authenticationRequest(zhaoLei.number);
    const give = () => bank.giveAtOnce(request, 'transactionPassword', zhaoLei.transactionPassword);
    const tooSoon = { outcome: 'tooSoon', notBefore: later(bank.now(), 3 * seconds).toISOString() };
    assert.deepEqual(await give(), tooSoon);
    bank.passes(2999);
    assert.deepEqual(await give(), tooSoon);
    assert.equal(await bank.store.read((manager) => manager.count(FailedAttempts)), 2);
    bank.passes(1);
    assert.equal((await give()).outcome, 'unfrozen');
  });

  it('hear of a lock in the time of the wall, in whichever process and after a restart', async () => {
    for (let number = 0; number < 5; number++) {
      await fail(zhaoLei.number, terminal(number));
      bank.passes(1 * minutes);
    }
    const until = later(bank.now(), 24 * hours - 1 * minutes).toISOString();
    const another = createBank({ ...bank, clock: bank.now });
    const of = { card: await bank.card(zhaoLei.number), customer: '' };
    const lock = await bank.store.read((manager) => another.throttling.lockOf(manager, of));
    assert.deepEqual(lock, { outcome: 'locked', until, rule: 'fiveInADay' });
    assert.deepEqual(await fail(zhaoLei.number, terminal(5)), { outcome: 'locked', until, help: 'agent' });
  });

  it('cost a user terminal nothing where they succeed', async () => {
    for (const { number, transactionPassword, ...given } of [zhaoLei, liNa, wangWei]) {
      const request = await bank.authenticationRequest(number);
      if ('identityDocument' in given)
        await bank.give(request, 'identityDocument', String(given.identityDocument));
      assert.equal(
        (await bank.give(request, 'transactionPassword', transactionPassword)).outcome,
        'unfrozen',
      );
    }
    assert.equal(await bank.store.read((manager) => manager.count(FailedAttempts)), 0);
  });

  it('are slowed for everybody and refused to nobody where too many fail everywhere', async () => {
    await fail(liNa.number, terminal(0));
    assert.deepEqual(bank.heldBack, []);
    const at = bank.now().toISOString();
    const failure = { card: 'c', customer: 'c', userTerminal: null, at, failedAt: at, endedRequestAt: null };
    await bank.store.transaction([], async (manager) => {
      const rows = Array.from({ length: ordinaryMost(0).failedAttempts }, (_, attempt) => ({
        ...failure,
        channel: 'webChat' as const,
        authenticationRequest: 'r',
        attempt,
      }));
      await manager.insert(FailedAttempts, rows);
    });
    bank.passes(1 * seconds);
    const request = await bank.authenticationRequest(zhaoLei.number);
    const { outcome } = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(outcome, 'unfrozen');
    assert.deepEqual(bank.heldBack, [250]);
    bank.passes(10 * minutes);
    assert.deepEqual((await bank.overall()).counts, {
      failedAttempts: 0,
      cardStatusQueries: 0,
      wrongCodes: 0,
    });
  });

  it('are none over everybody while they are under way, and count on their card all the same', async () => {
    const begun = { ...liNas, authenticationRequest: 'begun', attempt: 1, userTerminal: terminal(0) };
    const begins = () => bank.store.transaction([], (manager) => bank.throttling.begin(manager, begun));
    await begins();
    const failures = () => bank.store.read((manager) => bank.throttling.failures(manager, liNas));
    assert.deepEqual([(await bank.overall()).counts.failedAttempts, await failures()], [0, 1]);
    await bank.store.transaction([], (manager) => bank.throttling.failed(manager, begun, 2));
    bank.passes(1 * seconds);
    assert.deepEqual([(await bank.overall()).counts.failedAttempts, await failures()], [1, 1]);
  });
});
