// Guards money: runs whenever the unit tests run.
import assert from 'node:assert/strict';
import type { Period } from '../../../kit/retention/period.ts';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { defaultPolicy } from '../../../services/presetConditions/policy.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { trailOf } from '../audit/trailOf.ts';
import { browser, liNa, openTestBank, type TestBank, zhengKai } from '../testBank.ts';

const other = '6200000000000088880';
const elsewhere: UserTerminal = { channel: 'webChat', address: 'another-conversation' };
const minutes = 60_000;

onEachDatabase('what was shown for one card, for another of the same customer', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  async function shows(customer = zhengKai, userTerminal = browser): Promise<string> {
    const request = await bank.authenticationRequest(customer.number, userTerminal);
    await bank.give(request, 'identityDocument', customer.identityDocument, userTerminal);
    const given = await bank.give(request, 'transactionPassword', customer.transactionPassword, userTerminal);
    assert.equal(given.outcome, 'unfrozen');
    return request.id;
  }
  async function asks(shownBy: string, { number = other, userTerminal = browser } = {}) {
    const query = { card: await bank.card(number), userTerminal };
    await bank.customerService.queryCardStatus(query);
    return bank.processor.requestUnfreezing({ ...query, shownBy });
  }
  async function started(shownBy: string, about: Parameters<typeof asks>[1] = {}) {
    const asked = await asks(shownBy, about);
    if (asked.outcome !== 'shown') return asked.outcome;
    return (await starts(asked.id, about.userTerminal)).outcome;
  }
  const starts = (authenticationRequest: string, userTerminal: UserTerminal = browser) =>
    bank.processor.startUnfreezing({ authenticationRequest, userTerminal });
  const isFrozen = async (number = other) => {
    const query = { card: await bank.card(number), userTerminal: elsewhere };
    return (await bank.customerService.queryCardStatus(query)).status === 'frozen';
  };
  const actions = async () => (await trailOf(bank)).map(({ action }) => action);
  const receipts = async () =>
    (await bank.store.read((manager) => manager.query('SELECT * FROM outbox'))).length;
  async function opensAgain(options: Parameters<typeof openTestBank>[0]) {
    await bank.close();
    bank = await openTestBank({ empty, ...options });
  }

  it('counts: it is unfrozen by its own change, with its own audit entries and its own receipt', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    assert.equal(await started(request), 'unfrozen');
    assert.equal(await isFrozen(), false);
    const written = await actions();
    assert.equal(written.filter((action: string) => action === 'cardUnfrozen').length, 2);
    assert.equal(written.filter((action: string) => action === 'shownBeforeCounts').length, 1);
    assert.equal(await receipts(), 2);
  });

  it('is not changed by the request alone, and the other card has a request of its own', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    const asked = await asks(request);
    assert.ok(asked.outcome === 'shown' && asked.id !== request);
    assert.ok(await isFrozen());
    assert.equal((await bank.processor.unfreezeRequestState(asked.id)).state, 'matched');
  });

  it('counts for no other customer', async () => {
    const request = await shows();
    assert.equal(await started(request, { number: liNa.number }), 'authenticationRequested');
    assert.ok(await isFrozen(liNa.number));
  });

  it('counts in no other conversation, and cannot be started from one', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    assert.equal(await started(request, { userTerminal: elsewhere }), 'authenticationRequested');
    const asked = await asks(request);
    if (asked.outcome !== 'shown') return assert.fail(asked.outcome);
    await assert.rejects(starts(asked.id, elsewhere), { code: 'authenticationRequestUnknown' });
    await assert.rejects(starts(asked.id, { channel: 'voice', address: browser.address }), {
      code: 'authenticationRequestUnknown',
    });
    assert.ok(await isFrozen());
  });

  it('counts only where the customer started the first unfreezing: what an agent starts shows nothing for another card', async () => {
    await bank.freeze(other, 'customerRequest');
    const card = await bank.card(zhengKai.number);
    await bank.customerService.queryCardStatus({ card, userTerminal: browser });
    const asked = await bank.processor.requestUnfreezing({ card, userTerminal: browser, startedBy: 'agent' });
    if (asked.outcome !== 'authenticationRequested') return assert.fail(asked.outcome);
    const { authenticationRequest: request } = asked;
    await bank.give(request, 'identityDocument', zhengKai.identityDocument);
    const given = await bank.give(request, 'transactionPassword', zhengKai.transactionPassword);
    assert.deepEqual(given, { outcome: 'matched' });
    assert.equal(await started(request.id), 'authenticationRequested');
    assert.equal((await starts(request.id)).outcome, 'unfrozen');
    assert.equal(await started(request.id), 'authenticationRequested');
    assert.ok(await isFrozen());
  });

  it('counts for nothing that an agent is to start: there the customer is asked for it', async () => {
    await bank.freeze(other, 'customerRequest');
    const shownBy = await shows();
    const query = { card: await bank.card(other), userTerminal: browser };
    await bank.customerService.queryCardStatus(query);
    const asked = await bank.processor.requestUnfreezing({ ...query, shownBy, startedBy: 'agent' });
    assert.equal(asked.outcome, 'authenticationRequested');
    assert.ok(await isFrozen());
  });

  it('counts for ten minutes, and not for a moment more, whenever it is asked or started', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    bank.passes(10 * minutes - 1);
    const asked = await asks(request);
    if (asked.outcome !== 'shown') return assert.fail(asked.outcome);
    bank.passes(1);
    assert.deepEqual(await starts(asked.id), { outcome: 'over' });
    assert.equal(await started(request), 'authenticationRequested');
    assert.ok(await isFrozen());
  });

  for (const [says, shownCounts, after, outcome] of [
    ['never', { text: 'PT0S', milliseconds: 0 }, 0, 'authenticationRequested'],
    ['a minute', { text: 'PT1M', milliseconds: minutes }, minutes - 1, 'unfrozen'],
    ['a minute', { text: 'PT1M', milliseconds: minutes }, minutes, 'authenticationRequested'],
  ] as [string, Period, number, string][])
    it(`counts for as long as the bank says: ${says}, after ${after} ms: ${outcome}`, async () => {
      await opensAgain({ shownCounts });
      await bank.freeze(other, 'customerRequest');
      const request = await shows();
      bank.passes(after);
      assert.equal(await started(request), outcome);
    });

  it('counts for nothing where nothing was shown: an open, a failed, an unknown request', async () => {
    await bank.freeze(other, 'customerRequest');
    const open = await bank.authenticationRequest(zhengKai.number);
    assert.equal(await started(open.id), 'authenticationRequested');
    await bank.give(open, 'identityDocument', zhengKai.identityDocument);
    assert.equal(await started(open.id), 'authenticationRequested');
    await bank.give(open, 'transactionPassword', '111111');
    assert.equal(await started(open.id), 'authenticationRequested');
    assert.equal(await started('0b6f2c0e-57c5-4b55-8f36-1d6a0e1f0a11'), 'authenticationRequested');
    assert.ok(await isFrozen());
  });

  it('counts for nothing where it was shown through a link, which another may have opened', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    await bank.store.transaction([], (manager) =>
      manager.query(`UPDATE authentication_requests SET channel = 'secureForm' WHERE id = '${request}'`),
    );
    assert.equal(await started(request), 'authenticationRequested');
    const link: UserTerminal = { channel: 'secureForm', address: browser.address };
    assert.equal(await started(request, { userTerminal: link }), 'authenticationRequested');
  });

  for (const reason of ['reportedLost', 'suspectedFraud', 'judicialOrder'] as const)
    it(`lifts no freeze of ${reason}, whether it was there or comes before the start`, async () => {
      await bank.freeze(other, 'customerRequest');
      const request = await shows();
      const asked = await asks(request);
      if (asked.outcome !== 'shown') return assert.fail(asked.outcome);
      await bank.freeze(other, reason);
      assert.equal((await starts(asked.id)).outcome, 'notRemote');
      assert.equal(await started(request), 'notRemote');
      assert.ok(await isFrozen());
    });

  it('leaves a freeze that came between the request and the start', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    const asked = await asks(request);
    if (asked.outcome !== 'shown') return assert.fail(asked.outcome);
    await bank.freeze(other, 'abnormalTransaction');
    assert.deepEqual(await starts(asked.id), { outcome: 'over' });
    assert.ok(await isFrozen());
  });

  it('is not enough where the policy asks more: there the registered phone is asked for', async () => {
    const abnormalTransaction = { ...defaultPolicy.abnormalTransaction, held: 'registeredPhone' } as never;
    await opensAgain({ policy: { ...defaultPolicy, abnormalTransaction } });
    await bank.freeze(other, 'abnormalTransaction');
    assert.equal(await started(await shows()), 'secureLinkSent');
    assert.ok(await isFrozen());
  });

  it('is not enough while the policy wants a wait', async () => {
    const wait = { text: 'PT1H', milliseconds: 60 * minutes };
    const customerRequest = { ...defaultPolicy.customerRequest, coolingOff: { frozen: wait } } as never;
    await opensAgain({ policy: { ...defaultPolicy, customerRequest } });
    await bank.freeze(other, 'customerRequest');
    assert.equal(await started(await shows()), 'notRemote');
    assert.ok(await isFrozen());
  });

  it('is over once what the customer has reserved has changed', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    await bank.store.transaction([], (manager) =>
      manager.query('UPDATE customers SET reserved_version = reserved_version + 1'),
    );
    assert.equal(await started(request), 'authenticationRequested');
    assert.ok(await isFrozen());
  });

  it('is over once the first card is frozen again, as who disowns its unfreezing has it', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    const asked = await asks(request);
    if (asked.outcome !== 'shown') return assert.fail(asked.outcome);
    await bank.freeze(zhengKai.number, 'customerRequest');
    assert.deepEqual(await starts(asked.id), { outcome: 'over' });
    assert.equal(await started(request), 'authenticationRequested');
    assert.ok(await isFrozen());
  });

  it('is asked for where attempts on the card or its customer are locked', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    await bank.freeze(zhengKai.number, 'customerRequest');
    for (let time = 0; time < 5; time += 1) {
      const from: UserTerminal = { channel: 'webChat', address: `a-stranger-${time}` };
      const guess = await bank.authenticationRequest(other, from);
      await bank.give(guess, 'identityDocument', zhengKai.identityDocument, from);
      await bank.give(guess, 'transactionPassword', '111111', from);
    }
    const unfrozen = "UPDATE cards SET status = 'active' WHERE reference = ";
    const first = await bank.card(zhengKai.number);
    await bank.store.transaction([], (manager) => manager.query(`${unfrozen}'${first}'`));
    assert.equal(await started(request), 'authenticationRequested');
    assert.ok(await isFrozen());
  });

  it('counts once for a card: frozen again, it is asked for', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    assert.equal(await started(request), 'unfrozen');
    await bank.freeze(other, 'customerRequest');
    assert.equal(await started(request), 'authenticationRequested');
    assert.ok(await isFrozen());
  });

  it('is no chain: a card that was unfrozen with it shows nothing itself', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    const asked = await asks(request);
    if (asked.outcome !== 'shown') return assert.fail(asked.outcome);
    await starts(asked.id);
    await bank.freeze(zhengKai.number, 'customerRequest');
    assert.equal(await started(asked.id, { number: zhengKai.number }), 'authenticationRequested');
    assert.equal(await started(request, { number: zhengKai.number }), 'authenticationRequested');
  });

  it('takes effect once where two ask and start at once', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    const [one, two] = await Promise.all([started(request), started(request)]);
    assert.ok([one, two].includes('unfrozen'), `${one} and ${two}`);
    assert.equal(await receipts(), 2);
    assert.equal((await actions()).filter((action: string) => action === 'cardUnfrozen').length, 2);
  });

  it('is told of again where its answer was lost, and done again where nothing was', async () => {
    await bank.freeze(other, 'customerRequest');
    const request = await shows();
    const lost = await asks(request);
    const again = await asks(request);
    if (lost.outcome !== 'shown' || again.outcome !== 'shown') return assert.fail();
    const answer = await starts(again.id);
    assert.equal(answer.outcome, 'unfrozen');
    assert.deepEqual((await starts(again.id)).outcome, 'unfrozen');
    const told = await asks(request);
    assert.deepEqual(told, { outcome: 'shown', id: again.id });
    assert.equal(await receipts(), 2);
  });

  it('takes no item more', async () => {
    await bank.freeze(other, 'customerRequest');
    const asked = await asks(await shows());
    if (asked.outcome !== 'shown') return assert.fail(asked.outcome);
    const ordinary = await bank.authenticationRequest(liNa.number);
    const mine = { ...ordinary, id: asked.id };
    const given = await bank.give(mine, 'transactionPassword', zhengKai.transactionPassword);
    assert.deepEqual(given, { outcome: 'over' });
  });
});
