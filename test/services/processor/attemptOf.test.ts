import assert from 'node:assert/strict';
import { liNa, openTestBank, type TestBank } from '../testBank.ts';

describe('the attempt that an authentication request waits for', () => {
  let bank: TestBank;

  beforeEach(async () => {
    bank = await openTestBank();
  });
  afterEach(() => bank.close());

  it('is the first, and wants all of it', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    const { state, attempt } = await bank.processor.unfreezeRequestState(request.id);
    assert.equal(state, 'open');
    assert.deepEqual(attempt, {
      attempt: 1,
      attemptsLeft: 3,
      remaining: ['identityDocument', 'transactionPassword'],
      sealingKey: request.sealingKey,
    });
  });

  it('wants what was not given yet, whether what was given is right or not', async () => {
    for (const document of [liNa.identityDocument, '110105194912310029']) {
      const request = await bank.authenticationRequest(liNa.number);
      await bank.give(request, 'identityDocument', document);
      const { attempt } = await bank.processor.unfreezeRequestState(request.id);
      assert.deepEqual(attempt?.remaining, ['transactionPassword']);
    }
  });

  it('is the next one after one that was not accepted, with one less left', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    await bank.give(request, 'identityDocument', liNa.identityDocument);
    await bank.give(request, 'transactionPassword', '111111');
    const { attempt } = await bank.processor.unfreezeRequestState(request.id);
    assert.deepEqual([attempt?.attempt, attempt?.attemptsLeft, attempt?.remaining.length], [2, 2, 2]);
  });

  it('counts no more tries than a lock leaves', async () => {
    const wrong = async (request: Awaited<ReturnType<TestBank['authenticationRequest']>>) => {
      await bank.give(request, 'identityDocument', liNa.identityDocument);
      await bank.give(request, 'transactionPassword', '111111');
    };
    const first = await bank.authenticationRequest(liNa.number);
    await wrong(first);
    const { attempt } = await bank.processor.unfreezeRequestState(first.id);
    assert.equal(attempt?.attemptsLeft, 2);
    const second = await bank.authenticationRequest(liNa.number);
    const state = await bank.processor.unfreezeRequestState(second.id);
    assert.ok((state.attempt?.attemptsLeft ?? 0) <= 3);
  });

  it('tells of the lock that has ended it, until the staff release the card', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    let next = request;
    for (let attempt = 1; attempt <= 3; attempt++) {
      await bank.give(next, 'identityDocument', liNa.identityDocument);
      await bank.give(next, 'transactionPassword', '111111');
      next = { ...request, attempt: attempt + 1 };
    }
    const { state, lockedUntil } = await bank.processor.unfreezeRequestState(request.id);
    assert.equal(state, 'locked');
    assert.ok(lockedUntil);
    bank.passes(24 * 60 * 60_000);
    assert.equal('lockedUntil' in (await bank.processor.unfreezeRequestState(request.id)), false);
  });

  it('is none once the request has ended', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    await bank.give(request, 'identityDocument', liNa.identityDocument);
    await bank.give(request, 'transactionPassword', liNa.transactionPassword);
    assert.deepEqual(await bank.processor.unfreezeRequestState(request.id), {
      id: request.id,
      state: 'unfrozen',
      reasons: ['transactionPasswordErrors'],
      others: [],
    });
  });
});
