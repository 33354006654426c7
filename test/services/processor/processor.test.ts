// Guards money: a card is unfrozen with everything that is reserved, and with nothing less.
import assert from 'node:assert/strict';
import { minutes, seconds } from '../../../kit/time.ts';
import type { AuthenticationItem } from '../../../services/contract/items/index.ts';
import {
  AuthenticationRequests,
  AuthenticationResults,
} from '../../../services/tables/authenticationRequest.ts';
import { Cards } from '../../../services/tables/card.ts';
import { FrozenCardRows } from '../../../services/tables/frozenCardRecord.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { trailOf } from '../audit/trailOf.ts';
import { browser, chenJie, liNa, openTestBank, sunLi, type TestBank, wuMin, zhaoLei } from '../testBank.ts';

onEachDatabase('the processor', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const cardOf = async (number: string) => {
    const card = await bank.card(number);
    const found = await bank.cardSystem.find(card);
    assert.ok(found);
    return found.card;
  };
  const actions = async () => (await trailOf(bank)).map(({ action }) => action);
  const failsAttempt = async (request: Awaited<ReturnType<TestBank['authenticationRequest']>>) => {
    await bank.give(request, 'identityDocument', liNa.identityDocument);
    return bank.give(request, 'transactionPassword', '000000');
  };

  it('unfreezes with the change, the audit entry and the receipt committed together', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    assert.deepEqual(request.items, ['identityDocument', 'transactionPassword']);
    assert.equal(request.attemptsLeft, 3);
    assert.equal(request.expiresAt, new Date(bank.now().getTime() + 10 * minutes).toISOString());
    assert.deepEqual(await bank.give(request, 'identityDocument', liNa.identityDocument), {
      outcome: 'itemTaken',
      remaining: ['transactionPassword'],
    });
    assert.deepEqual(await bank.give(request, 'transactionPassword', liNa.transactionPassword), {
      outcome: 'unfrozen',
      at: bank.now().toISOString(),
      reasons: ['transactionPasswordErrors'],
    });
    const { status, freezes, version } = await cardOf(liNa.number);
    assert.deepEqual({ status, freezes, version }, { status: 'active', freezes: [], version: 2 });
    const receipts = await bank.store.read((manager) => manager.find(Outbox));
    assert.deepEqual(
      receipts.map(({ kind, facts, sentAt }) => ({ kind, facts, sentAt })),
      [
        {
          kind: 'unfreezeReceipt',
          facts: {
            ...{ card: await bank.card(liNa.number), lastFour: '1114' },
            ...{ at: bank.now().toISOString(), channel: 'webChat' },
          },
          sentAt: null,
        },
      ],
    );
    assert.deepEqual(await actions(), [
      'cardStatusQueried',
      'unfreezeRequested',
      'authenticationRequested',
      'cardUnfrozen',
    ]);
    assert.equal(await bank.store.read((manager) => manager.count(FrozenCardRows)), 0);
  });

  it('asks only for what is reserved', async () => {
    const both = await bank.authenticationRequest(chenJie.number);
    assert.deepEqual(both.items, ['identityDocument', 'transactionPassword']);
    const password = await bank.authenticationRequest(zhaoLei.number);
    assert.deepEqual(password.items, ['transactionPassword']);
    assert.equal(
      (await bank.give(password, 'transactionPassword', zhaoLei.transactionPassword)).outcome,
      'unfrozen',
    );
  });

  it('takes the items in either order', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    const first = await bank.give(request, 'transactionPassword', liNa.transactionPassword);
    assert.deepEqual(first, { outcome: 'itemTaken', remaining: ['identityDocument'] });
    assert.equal((await bank.give(request, 'identityDocument', liNa.identityDocument)).outcome, 'unfrozen');
  });

  it('unfreezes once where both items come at the same moment, whichever is checked first', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    const both = await Promise.all([
      bank.giveAtOnce(request, 'transactionPassword', liNa.transactionPassword),
      bank.giveAtOnce(request, 'identityDocument', liNa.identityDocument),
    ]);
    const outcomes = both.map(({ outcome }) => outcome);
    assert.deepEqual(outcomes.toSorted(), ['itemTaken', 'unfrozen']);
    assert.equal((await actions()).filter((action) => action === 'cardUnfrozen').length, 1);
  });

  it('takes an identity document in whatever form it is written', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    await bank.give(request, 'identityDocument', '110105 19491231 002x');
    assert.equal(
      (await bank.give(request, 'transactionPassword', liNa.transactionPassword)).outcome,
      'unfrozen',
    );
  });

  it('says nothing before the last item of an attempt is in, and then not which was wrong', async () => {
    const wrongDocument = await bank.authenticationRequest(liNa.number);
    const taken = { outcome: 'itemTaken', remaining: ['transactionPassword'] };
    assert.deepEqual(await bank.give(wrongDocument, 'identityDocument', chenJie.identityDocument), taken);
    const first = await bank.give(wrongDocument, 'transactionPassword', liNa.transactionPassword);
    const second = await failsAttempt({ ...wrongDocument, attempt: 2 });
    assert.deepEqual(first, { outcome: 'notAccepted', attempt: 2, attemptsLeft: 2 });
    assert.deepEqual(second, { outcome: 'notAccepted', attempt: 3, attemptsLeft: 1 });
  });

  it('unfreezes on the third attempt', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    await failsAttempt(request);
    await failsAttempt({ ...request, attempt: 2 });
    const third = { ...request, attempt: 3 };
    await bank.give(third, 'identityDocument', liNa.identityDocument);
    assert.equal(
      (await bank.give(third, 'transactionPassword', liNa.transactionPassword)).outcome,
      'unfrozen',
    );
  });

  it('locks for a quarter of an hour after the third failure, also for the right answers', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    for (const attempt of [1, 2]) await failsAttempt({ ...request, attempt });
    const third = await failsAttempt({ ...request, attempt: 3 });
    const until = new Date(bank.now().getTime() + 15 * minutes).toISOString();
    const locked = { outcome: 'locked', until, help: 'agent' };
    assert.deepEqual(third, locked);
    const again = await bank.authenticationRequest(liNa.number);
    assert.deepEqual(await bank.give(again, 'identityDocument', liNa.identityDocument), locked);
    bank.passes(15 * minutes + 1 * seconds);
    const later = await bank.authenticationRequest(liNa.number);
    await bank.give(later, 'identityDocument', liNa.identityDocument);
    assert.equal(
      (await bank.give(later, 'transactionPassword', liNa.transactionPassword)).outcome,
      'unfrozen',
    );
  });

  it('says the tries that are left until a lock, not only those of the request', async () => {
    const first = await bank.authenticationRequest(liNa.number);
    for (const attempt of [1, 2, 3]) await failsAttempt({ ...first, attempt });
    bank.passes(20 * minutes);
    const elsewhere = { ...browser, address: 'elsewhere' };
    const second = await bank.authenticationRequest(liNa.number, elsewhere);
    const give = (item: AuthenticationItem, value: string) => bank.give(second, item, value, elsewhere);
    await give('identityDocument', liNa.identityDocument);
    assert.deepEqual(await give('transactionPassword', '000000'), {
      outcome: 'notAccepted',
      attempt: 2,
      attemptsLeft: 1,
    });
  });

  it('freezes a card for wrong transaction passwords by its own count, whatever it was frozen for', async () => {
    for (let count = 1; count <= 3; count++) {
      const request = await bank.authenticationRequest(zhaoLei.number);
      await bank.give(request, 'transactionPassword', '000000');
    }
    assert.deepEqual((await cardOf(zhaoLei.number)).freezes, [
      'abnormalTransaction',
      'transactionPasswordErrors',
    ]);
    const errors = async () =>
      (await bank.store.read((manager) => manager.findOneByOrFail(Cards, { lastFour: '4446' })))
        .passwordErrors;
    assert.equal(await errors(), 3);
    const request = await bank.authenticationRequest(zhaoLei.number);
    assert.equal(
      (await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword)).outcome,
      'unfrozen',
    );
    assert.equal(await errors(), 0);
  });

  it('leaves a freeze standing that was added after the request', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.freeze(zhaoLei.number, 'judicialOrder');
    assert.deepEqual(await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword), {
      outcome: 'notRemote',
      help: 'branch',
    });
    assert.equal((await cardOf(zhaoLei.number)).status, 'frozen');
  });

  it('ends the request that a new one supersedes, of the same card alone, and writes that down', async () => {
    const card = await bank.card(liNa.number);
    const begun = await bank.authenticationRequest(liNa.number);
    const ofOther = await bank.authenticationRequest(zhaoLei.number);
    const elsewhere = { channel: 'sms', address: 'somebody' } as const;
    for (const supersedes of [ofOther.id, begun.id]) {
      const answer = await bank.processor.requestUnfreezing({ card, userTerminal: elsewhere, supersedes });
      assert.equal(answer.outcome, 'authenticationRequested');
    }
    const states = await bank.store.read((manager) => manager.find(AuthenticationRequests));
    const stateOf = (id: string) => states.find((one) => one.id === id)?.state;
    assert.deepEqual([stateOf(begun.id), stateOf(ofOther.id)], ['over', 'open']);
    assert.deepEqual(await bank.give(begun, 'identityDocument', liNa.identityDocument), { outcome: 'over' });
    assert.equal((await actions()).filter((action) => action === 'authenticationSuperseded').length, 1);
  });

  it('asks to begin again when a freeze was added that another request could lift', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.freeze(zhaoLei.number, 'customerRequest');
    const answer = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.deepEqual(answer, { outcome: 'over' });
    assert.equal((await cardOf(zhaoLei.number)).status, 'frozen');
  });

  it('lets no stranger’s wrong passwords end what the owner has begun, though the card is frozen for them', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    for (const address of ['one', 'two', 'three']) {
      const stranger = { ...browser, address };
      const of = await bank.authenticationRequest(liNa.number, stranger);
      await bank.give(of, 'identityDocument', liNa.identityDocument, stranger);
      await bank.give(of, 'transactionPassword', '000000', stranger);
    }
    assert.ok((await cardOf(liNa.number)).freezes.includes('transactionPasswordErrors'));
    await bank.give(request, 'identityDocument', liNa.identityDocument);
    const answer = await bank.give(request, 'transactionPassword', liNa.transactionPassword);
    assert.equal(answer.outcome, 'unfrozen');
  });

  it('unfreezes once when two requests succeed at the same moment', async () => {
    const asked = [];
    for (const address of ['one', 'two']) {
      const userTerminal = { ...browser, address };
      const request = await bank.authenticationRequest(zhaoLei.number, userTerminal);
      asked.push({ request, userTerminal });
    }
    const answers = await Promise.all(
      asked.map(({ request, userTerminal }) =>
        bank.give(request, 'transactionPassword', zhaoLei.transactionPassword, userTerminal),
      ),
    );
    assert.deepEqual(answers.map(({ outcome }) => outcome).sort(), ['over', 'unfrozen']);
    assert.equal(await bank.store.read((manager) => manager.count(Outbox)), 1);
    assert.equal((await actions()).filter((action) => action === 'cardUnfrozen').length, 1);
  });

  it('ends an authentication request after ten minutes', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    bank.passes(10 * minutes);
    assert.deepEqual(await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword), {
      outcome: 'over',
    });
  });

  it('ends the older of two requests of one user terminal', async () => {
    const older = await bank.authenticationRequest(zhaoLei.number);
    const newer = await bank.authenticationRequest(zhaoLei.number);
    assert.deepEqual(await bank.give(older, 'transactionPassword', zhaoLei.transactionPassword), {
      outcome: 'over',
    });
    assert.equal(
      (await bank.give(newer, 'transactionPassword', zhaoLei.transactionPassword)).outcome,
      'unfrozen',
    );
  });

  it('ends with the first success', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.deepEqual(await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword), {
      outcome: 'over',
    });
  });

  it('asks for no authentication where only the staff can help, or nothing is packaged', async () => {
    const card = await bank.card(sunLi.number);
    const query = { card, userTerminal: browser };
    assert.deepEqual(await bank.processor.requestUnfreezing(query), { outcome: 'noFrozenCard' });
    await bank.customerService.queryCardStatus(query);
    assert.deepEqual(await bank.processor.requestUnfreezing(query), { outcome: 'notRemote', help: 'branch' });
    const active = { card: await bank.card(wuMin.number), userTerminal: browser };
    await bank.customerService.queryCardStatus(active);
    assert.deepEqual(await bank.processor.requestUnfreezing(active), { outcome: 'noFrozenCard' });
    assert.equal(await bank.store.read((manager) => manager.count(AuthenticationRequests)), 0);
  });

  it('checks an item again whose first check died with its process, and no sooner', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.store.transaction([], async (manager) => {
      await manager.update(AuthenticationRequests, { id: request.id }, { attemptsBegun: 1 });
      await manager.insert(AuthenticationResults, {
        authenticationRequest: request.id,
        attempt: 1,
        item: 'transactionPassword',
        envelopeId: 'lost',
        matched: false,
        claimedAt: bank.now().toISOString(),
        checkedAt: null,
      });
    });
    await assert.rejects(bank.give(request, 'transactionPassword', zhaoLei.transactionPassword));
    bank.passes(30 * seconds);
    assert.equal(
      (await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword)).outcome,
      'unfrozen',
    );
  });
});
