import assert from 'node:assert/strict';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { browser, openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

const elsewhere: UserTerminal = { channel: 'webChat', address: 'another-conversation' };

onEachDatabase('an unfreezing that a person at the desk starts', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  /** All was shown for a request whose unfreezing an agent starts. */
  async function matched() {
    const card = await bank.card(zhaoLei.number);
    await bank.customerService.queryCardStatus({ card, userTerminal: browser });
    const asked = await bank.processor.requestUnfreezing({ card, userTerminal: browser, startedBy: 'agent' });
    if (asked.outcome !== 'authenticationRequested') return assert.fail(asked.outcome);
    const request = asked.authenticationRequest;
    const answer = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    return { request, answer, starts: (userTerminal = browser) => starts(request.id, userTerminal) };
  }
  const starts = (authenticationRequest: string, userTerminal = browser) =>
    bank.processor.startUnfreezing({ authenticationRequest, userTerminal });
  const stateOf = async (id: string) => (await bank.processor.unfreezeRequestState(id)).state;
  const isFrozen = async () =>
    (
      await bank.customerService.queryCardStatus({
        card: await bank.card(zhaoLei.number),
        userTerminal: elsewhere,
      })
    ).status === 'frozen';

  it('follows a match, and no card is unfrozen before it', async () => {
    const { request, answer, starts } = await matched();
    assert.deepEqual(answer, { outcome: 'matched' });
    assert.deepEqual([await stateOf(request.id), await isFrozen()], ['matched', true]);
    assert.equal((await starts()).outcome, 'unfrozen');
    assert.deepEqual([await stateOf(request.id), await isFrozen()], ['unfrozen', false]);
  });

  it('is done once, whoever asks again, and two at once have one effect', async () => {
    const { starts } = await matched();
    const [first, second] = await Promise.all([starts(), starts()]);
    assert.deepEqual([first.outcome, second.outcome], ['unfrozen', 'unfrozen']);
    assert.equal((await starts()).outcome, 'unfrozen');
    const receipts = await bank.store.read((manager) => manager.query('SELECT * FROM outbox'));
    assert.equal(receipts.length, 1);
  });

  it('follows nothing but a match: an open, a failed or an ordinary request cannot be started', async () => {
    const card = await bank.card(zhaoLei.number);
    await bank.customerService.queryCardStatus({ card, userTerminal: browser });
    const asked = await bank.processor.requestUnfreezing({ card, userTerminal: browser, startedBy: 'agent' });
    if (asked.outcome !== 'authenticationRequested') return assert.fail();
    const { id } = asked.authenticationRequest;
    assert.deepEqual(await starts(id), { outcome: 'over' });
    await bank.give(asked.authenticationRequest, 'transactionPassword', '000000');
    assert.deepEqual(await starts(id), { outcome: 'over' });
    const ordinary = await bank.authenticationRequest(zhaoLei.number);
    await assert.rejects(starts(ordinary.id), { code: 'authenticationRequestUnknown' });
    assert.ok(await isFrozen());
  });

  it('is unknown to another conversation', async () => {
    const { starts } = await matched();
    await assert.rejects(starts(elsewhere), { code: 'authenticationRequestUnknown' });
    assert.ok(await isFrozen());
  });

  it('is never one that the policy forbids by then', async () => {
    const { request, starts } = await matched();
    await bank.freeze(zhaoLei.number, 'judicialOrder');
    assert.equal((await starts()).outcome, 'notRemote');
    assert.deepEqual([await stateOf(request.id), (await starts()).outcome], ['over', 'over']);
  });

  it('leaves a freeze that came since', async () => {
    const { starts } = await matched();
    await bank.freeze(zhaoLei.number, 'customerRequest');
    assert.deepEqual(await starts(), { outcome: 'over' });
    assert.ok(await isFrozen());
  });

  it('is over when its request is, ten minutes after it was begun', async () => {
    const { request, starts } = await matched();
    bank.passes(11 * 60_000);
    assert.deepEqual([await stateOf(request.id), await starts()], ['over', { outcome: 'over' }]);
    assert.ok(await isFrozen());
  });

  it('takes no item more once all was shown, and answers the one that matched as before', async () => {
    const { request } = await matched();
    assert.equal(
      (await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword)).outcome,
      'over',
    );
  });
});
