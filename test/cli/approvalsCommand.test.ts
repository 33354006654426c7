import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { hours, minutes } from '../../kit/time.ts';
import { CardLookup } from '../../services/cardSystem/cardLookup.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { trailOf } from '../services/audit/trailOf.ts';
import { liNa, openTestBank, type TestBank, wuMin, zhaoLei } from '../services/testBank.ts';
import { liming, lockedCard, requestIn, says, wangfang } from './fourEyes.ts';

const why = ['--reason', 'the branch has called'] as const;

onEachDatabase('thawline where a second person is needed', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    await bank.approvals.need();
  });
  afterEach(() => bank.close());

  const lockOf = async (card: string) => (await new CardLookup(bank).show(card))?.remoteUnfreezingLockedUntil;
  const freezesOf = async (card: string) => (await new CardLookup(bank).show(card))?.freezeReasons;
  const trail = async () =>
    (await trailOf(bank)).map(({ action, details }) => [action, JSON.parse(details)] as const);
  const approve = (id: string, operator = wangfang) => says(bank, operator, ['approvals', 'approve', id]);

  it('asks for a release, and does it with another’s approval, in the name of both', async () => {
    const card = await lockedCard(bank);
    const request = requestIn(await says(bank, liming, ['cards', 'release', card, ...why]));
    assert.notEqual(await lockOf(card), null);
    const { out } = await says(bank, wangfang, ['approvals', 'list']);
    assert.match(
      out,
      new RegExp(
        `^${request} +2026-11-25T\\S+ +release the lock of ${card} +liming +the branch has called$`,
        'm',
      ),
    );
    const { code, out: told, err } = await approve(request);
    assert.deepEqual([code, err], [0, '']);
    assert.match(
      told,
      /^released: 3 failed attempts of the card and its customer forgotten\nthe card stays frozen for\n/,
    );
    assert.equal(await lockOf(card), null);
    const by = { who: 'liming', uid: 1001, by: null, why: 'the branch has called' };
    const [asked, given, released] = (await trail()).slice(-3);
    assert.deepEqual(asked?.[0], 'approvalRequested');
    assert.deepEqual(given, [
      'approvalGiven',
      { request, askedBy: 'liming', effect: 'done', ...wangfang, by: null, why: null },
    ]);
    assert.deepEqual(released, [
      'lockReleased',
      { card, released: true, failures: 3, ...by, request, approvedBy: 'wangfang' },
    ]);
    assert.equal(
      (await says(bank, wangfang, ['approvals', 'list'])).out,
      'nothing waits for a second person\n',
    );
  });

  it('takes no approval from who has asked, by uid or by login, and keeps the try', async () => {
    const card = await lockedCard(bank);
    const request = requestIn(await says(bank, liming, ['cards', 'release', card, ...why]));
    for (const own of [liming, { who: 'another', uid: 1001 }, { who: 'liming', uid: 1002 }]) {
      const { code, err } = await approve(request, own);
      assert.equal(code, 2);
      assert.match(err, /needs another operator.*under one uid, they approve on the operator’s page/s);
    }
    assert.notEqual(await lockOf(card), null);
    assert.equal((await trail()).filter(([action]) => action === 'ownApprovalTried').length, 3);
    assert.equal((await approve(request)).code, 0);
  });

  it('has one effect of two approvals at once', async () => {
    const card = await lockedCard(bank);
    const request = requestIn(await says(bank, liming, ['cards', 'release', card, ...why]));
    const zhang = { who: 'zhang', uid: 1003 };
    const both = await Promise.all([approve(request), approve(request, zhang)]);
    assert.deepEqual(both.map(({ code }) => code).sort(), [0, 2]);
    assert.match(
      both.map(({ err }) => err).join(''),
      new RegExp(`^${request} was approved by \\w+ at .*: nothing was done now\n$`),
    );
    const actions = (await trail()).map(([action]) => action);
    for (const one of ['approvalGiven', 'lockReleased'])
      assert.equal(actions.filter((action) => action === one).length, 1, one);
  });

  it('does nothing when the lock is over by then, and says so, once', async () => {
    const card = await lockedCard(bank);
    const request = requestIn(await says(bank, liming, ['cards', 'release', card, ...why]));
    bank.passes(20 * minutes);
    const failures = await bank.store.read((manager) =>
      bank.throttling.failures(manager, { card, customer: '' }),
    );
    assert.match((await approve(request)).out, /^nothing was done: the lock that it was asked for is over/);
    assert.equal(
      await bank.store.read((manager) => bank.throttling.failures(manager, { card, customer: '' })),
      failures,
      'the failures count on',
    );
    assert.deepEqual((await trail()).at(-1)?.[1].effect, 'none');
    assert.equal((await approve(request)).code, 2);
  });

  it('does nothing about a lock that has come since', async () => {
    const card = await lockedCard(bank);
    const request = requestIn(await says(bank, liming, ['cards', 'release', card, ...why]));
    bank.passes(20 * minutes);
    await lockedCard(bank, 'another-conversation');
    assert.match((await approve(request)).out, /^nothing was done: .*more tries have failed since/);
    assert.notEqual(await lockOf(card), null);
  });

  it('expires', async () => {
    const card = await bank.card(liNa.number);
    const lift = ['cards', 'lift', card, 'transactionPasswordErrors', '--by', 'J. Chen', ...why] as const;
    const request = requestIn(await says(bank, liming, [...lift]));
    bank.passes(24 * hours);
    const { code, err } = await approve(request);
    assert.equal(code, 2);
    assert.match(err, /has expired at .*: nothing was done; ask again/);
    assert.deepEqual(await freezesOf(card), ['transactionPasswordErrors']);
    assert.notEqual(requestIn(await says(bank, liming, [...lift])), request);
  });

  it('lifts a freeze that way, and none that was put on again since', async () => {
    const card = await bank.card(liNa.number);
    const lift = (freeze: string) =>
      says(bank, liming, ['cards', 'lift', card, freeze, '--by', 'J. Chen', ...why]);
    const first = requestIn(await lift('transactionPasswordErrors'));
    assert.equal((await approve(first)).out, 'lifted: transactionPasswordErrors; the card is active\n');
    await bank.freeze(liNa.number, 'suspectedFraud');
    const second = requestIn(await lift('suspectedFraud'));
    bank.passes(1);
    await bank.store.transaction([], async (manager) => {
      await bank.embedded?.liftFreeze(manager, card, 'suspectedFraud');
      await bank.embedded?.freeze(manager, card, 'suspectedFraud', bank.now());
    });
    assert.match((await approve(second)).out, /^nothing was done: the freeze that it was asked for is gone/);
    assert.deepEqual(await freezesOf(card), ['suspectedFraud']);
    assert.match((await lift('dormant')).out, /nothing changed: it is not frozen for dormant/);
  });

  it('is asked for once, whoever asks, and never without a reason', async () => {
    const card = await lockedCard(bank);
    assert.equal((await says(bank, liming, ['cards', 'release', card])).code, 2);
    const first = await says(bank, liming, ['cards', 'release', card, ...why]);
    const second = await says(bank, wangfang, ['cards', 'release', card, ...why]);
    assert.equal(requestIn(first), requestIn(second));
    assert.match(second.out, /^asked for already, by liming: release/);
    assert.equal(
      (await says(bank, liming, ['cards', 'release', await bank.card(wuMin.number), ...why])).out,
      'nothing changed: there was no lock\nthe card is active\n',
    );
  });

  it('is refused by another, or taken back, and not done then', async () => {
    const card = await lockedCard(bank);
    for (const operator of [wangfang, liming]) {
      const request = requestIn(await says(bank, liming, ['cards', 'release', card, ...why]));
      const { out } = await says(bank, operator, [
        'approvals',
        'refuse',
        request.toLowerCase(),
        '--reason',
        'no',
      ]);
      assert.equal(out, `refused: release the lock of ${card}\n`);
      assert.match((await approve(request)).err, /was refused by/);
    }
    assert.notEqual(await lockOf(card), null);
    assert.equal((await approve('AAAAAA')).code, 2);
  });

  it('does the work on keys that way', async () => {
    const keysIn = () => {
      const { fieldKeys, anchorKeys } = JSON.parse(readFileSync(bank.keysFile, 'utf8'));
      return { fieldKeys: fieldKeys.length, anchorKeys: anchorKeys.length };
    };
    const copy = `${bank.keysFile}.copy`;
    const asks = [
      ['keys', 'rotate'],
      ['keys', 'copy', copy],
      ['audit', 'key', '--new'],
    ] as const;
    for (const words of asks) {
      const before = keysIn();
      const asked = await says(bank, liming, [...words, ...why]);
      assert.deepEqual([keysIn(), existsSync(copy)], [before, words[1] === 'key'], words.join(' '));
      const { code, err } = await approve(requestIn({ out: asked.out || asked.err }));
      assert.deepEqual([code, err], [0, ''], words.join(' '));
    }
    assert.deepEqual(keysIn(), { fieldKeys: 2, anchorKeys: 2 });
    assert.ok(existsSync(copy));
    const request = requestIn(await says(bank, liming, ['keys', 'rewrap', ...why]));
    assert.equal(keysIn().fieldKeys, 2);
    assert.match((await approve(request)).out, /^rewrapped \d+ rows/);
    assert.equal(keysIn().fieldKeys, 1);
    const give = await bank.authenticationRequest(zhaoLei.number);
    const { outcome } = await bank.give(give, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(outcome, 'unfrozen');
  });

  it('is ended by two people, and by no setting of a command', async () => {
    const card = await lockedCard(bank);
    const off = { FOUR_EYES: 'off' };
    requestIn(await says(bank, liming, ['cards', 'release', card, ...why], off));
    const request = requestIn(await says(bank, liming, ['approvals', 'off', ...why], off));
    assert.equal((await approve(request, liming)).code, 2);
    assert.match((await approve(request)).out, /^no second person is needed from now on/);
    assert.deepEqual((await trail()).at(-1)?.[0], 'fourEyesEnded');
    assert.match((await says(bank, liming, ['cards', 'release', card])).out, /^released/);
    assert.match((await says(bank, liming, ['approvals', 'off'])).out, /nothing changed/);
  });

  it('shows programs what waits as JSON', async () => {
    const card = await lockedCard(bank);
    const id = requestIn(await says(bank, liming, ['cards', 'release', card, ...why]));
    const [one] = JSON.parse((await says(bank, wangfang, ['approvals', 'list', '--json'])).out);
    const { since } = one.subject;
    assert.deepEqual(one, {
      id,
      work: 'release',
      subject: { card, since },
      who: 'liming',
      uid: 1001,
      by: null,
      why: 'the branch has called',
      askedAt: bank.now().toISOString(),
      expiresAt: new Date(bank.now().getTime() + 24 * hours).toISOString(),
    });
  });
});

describe('thawline where a command alone says FOUR_EYES=on', () => {
  it('asks too, and leaves other commands as they are', async () => {
    const bank = await openTestBank();
    try {
      const card = await lockedCard(bank);
      const asked = await says(bank, liming, ['cards', 'release', card, ...why], { FOUR_EYES: 'on' });
      assert.equal((await says(bank, wangfang, ['approvals', 'approve', requestIn(asked)])).code, 0);
      assert.match((await says(bank, liming, ['cards', 'release', card])).out, /no lock/);
      assert.equal((await says(bank, liming, ['cards', 'release', card], { FOUR_EYES: 'yes' })).code, 2);
    } finally {
      await bank.close();
    }
  });
});
