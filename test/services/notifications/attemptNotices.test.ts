// Guards money: an owner hears of wrong tries at their card from elsewhere, and no stranger can make that a nuisance.
import assert from 'node:assert/strict';
import { languages } from '../../../kit/language.ts';
import { hours, minutes, seconds } from '../../../kit/time.ts';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { AttemptNotices } from '../../../services/notifications/attemptNotices.ts';
import { NoticeRules } from '../../../services/notifications/noticeRules.ts';
import { attemptNotices } from '../../../services/notifications/outbox.ts';
import { newsText } from '../../../services/notifications/receiptText.ts';
import { FailedAttempts } from '../../../services/tables/failedAttempt.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { textForms, usualForm } from '../profiles/forms.ts';
import { browser, openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

onEachDatabase('notices of wrong tries', (empty) => {
  let bank: TestBank;
  /** Whether one more message may go out over all, and whether one may go to this number. */
  let hasRoom: boolean;
  let reaches: boolean;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    [hasRoom, reaches] = [true, true];
  });
  afterEach(() => bank.close());

  const look = (texts = bank.texts) =>
    new AttemptNotices({
      ...bank,
      clock: bank.now,
      time: { now: async () => bank.now() },
      noticeRules: new NoticeRules({
        ...bank,
        texts,
        ceiling: { allows: async () => hasRoom },
        reaches: () => reaches,
      }),
    }).look();
  async function fails(times: number, from: UserTerminal = browser): Promise<void> {
    const request = await bank.authenticationRequest(zhaoLei.number, from);
    for (let attempt = 1; attempt <= times; attempt++)
      await bank.give({ ...request, attempt }, 'transactionPassword', '000000', from);
    bank.passes(31 * seconds);
  }
  const queued = async () =>
    (await bank.store.read((manager) => manager.find(Outbox))).map(({ kind, facts, language }) => ({
      kind,
      language,
      lastFour: facts.lastFour,
      channel: facts.channel,
    }));
  const notice = { language: 'en', lastFour: '4446', channel: 'webChat' };

  it('go out after the second, not after a slip, and once however often one looks', async () => {
    await fails(1);
    await look();
    assert.deepEqual(await queued(), []);
    await fails(1, { channel: 'webChat', address: 'another' });
    await Promise.all([look(), look()]);
    await look();
    assert.deepEqual(await queued(), [{ ...notice, kind: 'attemptsFailed' }]);
  });

  it('say so where unfreezing is locked', async () => {
    await fails(3);
    await look();
    assert.deepEqual(await queued(), [{ ...notice, kind: 'attemptsLocked' }]);
  });

  it('go out once a day, whatever is tried', async () => {
    await fails(3);
    await look();
    bank.passes(1 * hours);
    await fails(1, { channel: 'webChat', address: 'another' });
    await look();
    assert.equal((await queued()).length, 1);
    bank.passes(24 * hours);
    await fails(1, { channel: 'webChat', address: 'a third' });
    await look();
    assert.equal((await queued()).length, 2);
  });

  describe('in the quiet hours of the customer’s country', () => {
    const inHongKong = textForms({ bank: 'hk', countries: new Map() });
    const nextTries = async () =>
      (await bank.store.read((manager) => manager.find(Outbox))).map(({ kind, nextTryAt }) => [
        kind,
        nextTryAt,
      ]);
    beforeEach(() => {
      bank.ownMessages.begin();
      bank.passes(6 * hours);
    });

    it('wait for the morning where it may have been a slip', async () => {
      await fails(1);
      await fails(1, { channel: 'webChat', address: 'another' });
      await look(inHongKong);
      assert.deepEqual(await nextTries(), [['attemptsFailed', '2026-11-25T00:00:00.000Z']]);
      assert.deepEqual(bank.ownMessages.take(bank.now(), 10), []);
    });

    it('go out at once where unfreezing is locked', async () => {
      await fails(3);
      await look(inHongKong);
      const [[kind, nextTryAt] = []] = await nextTries();
      assert.equal(kind, 'attemptsLocked');
      assert.ok(nextTryAt !== undefined && nextTryAt < '2026-11-24T14:10');
      assert.equal(bank.ownMessages.take(bank.now(), 10).length, 1);
    });
  });

  it('do not go where an attempt is still under way, or has succeeded', async () => {
    await fails(1);
    const request = await bank.authenticationRequest(zhaoLei.number);
    bank.passes(5 * minutes);
    await bank.give(request, 'transactionPassword', '000000');
    await look();
    assert.deepEqual(await queued(), []);
    await bank.give({ ...request, attempt: 2 }, 'transactionPassword', zhaoLei.transactionPassword);
    bank.passes(31 * seconds);
    await look();
    assert.deepEqual(
      (await queued()).map(({ kind }) => kind),
      ['unfreezeReceipt'],
    );
  });

  it('do not go for tries by the link to the owner’s own phone', async () => {
    await fails(3);
    const card = await bank.card(zhaoLei.number);
    await bank.store.transaction([], (manager) =>
      manager.update(FailedAttempts, { card }, { channel: 'secureForm' }),
    );
    await look();
    assert.deepEqual(await queued(), []);
  });

  it('never go to a number that has said STOP, until it takes that back', async () => {
    await fails(2);
    const { phone } = zhaoLei;
    for (const stopped of [true, true]) await bank.optOuts.noteOptOut({ phone, stopped });
    await look();
    assert.deepEqual(await queued(), []);
    await bank.optOuts.noteOptOut({ phone, stopped: false });
    await look();
    assert.equal((await queued()).length, 1);
  });

  it('go neither past the ceiling of a day nor to where nothing may go', async () => {
    await fails(2);
    hasRoom = false;
    await look();
    [hasRoom, reaches] = [true, false];
    await look();
    assert.deepEqual(await queued(), []);
  });
});

describe('what a notice of wrong tries says', () => {
  it('names the card, where and when, whom to call, and no address to tap on', () => {
    const facts = { lastFour: '1114', at: '2026-11-24T08:00:00.000Z', channel: 'webChat' } as const;
    for (const language of languages) {
      for (const kind of attemptNotices) {
        const text = newsText(
          kind,
          { language, facts },
          { timeZone: 'Asia/Shanghai', agentPhone: '95566' },
          usualForm,
        );
        assert.match(text, /1114.*95566/, text);
        assert.match(text, /16:00/, text);
        assert.doesNotMatch(text, /https?:|www\.|\{\{|!|！/, text);
        assert.ok(text.length <= 260, text);
      }
    }
  });
});
