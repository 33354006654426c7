import assert from 'node:assert/strict';
import { hours, minutes } from '../../../kit/time.ts';
import type { FreezeNotice, NewFreezings } from '../../../services/contract/freezeNotice.ts';
import { FreezeNotices } from '../../../services/notifications/freezeNotices.ts';
import { NoticeRules } from '../../../services/notifications/noticeRules.ts';
import { OwnMessages } from '../../../services/notifications/ownMessages.ts';
import { defaultPolicy } from '../../../services/presetConditions/policy.ts';
import { FreezeNoticeRows } from '../../../services/tables/freezeNotice.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { liNa, openTestBank, type TestBank, unknownNumber, wuMin } from '../testBank.ts';

onEachDatabase('a freeze that the card system tells of', (empty) => {
  let bank: TestBank;
  let hasRoom: boolean;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    hasRoom = true;
  });
  afterEach(() => bank.close());

  /** Another process on the same database, which may ask the card system. */
  const notices = (freezingsAfter?: (after: string | undefined) => NewFreezings | undefined) => {
    const { cardSystem } = bank;
    return new FreezeNotices({
      ...bank,
      clock: bank.now,
      cardSystem: {
        referenceNamed: (name) => cardSystem.referenceNamed(name),
        find: (card) => cardSystem.find(card),
        addressee: (card) => cardSystem.addressee(card),
        freezingsAfter: async (after) => freezingsAfter?.(after),
      },
      noticeRules: new NoticeRules({ ...bank, ceiling: { allows: async () => hasRoom } }),
      ownMessages: new OwnMessages(bank.store),
      isRemote: (reasons) => reasons.every((reason) => defaultPolicy[reason].remote),
      asks: freezingsAfter !== undefined,
    });
  };
  const notice = (more: Partial<FreezeNotice> = {}): FreezeNotice => ({
    id: 'f-1',
    cardNumber: wuMin.number,
    reason: 'abnormalTransaction',
    frozenAt: bank.now().toISOString(),
    ...more,
  });
  const queued = async () =>
    (await bank.store.read((manager) => manager.find(Outbox))).map(({ kind, facts, nextTryAt }) => ({
      kind,
      lastFour: facts.lastFour,
      waits: nextTryAt !== '',
    }));
  const one = { kind: 'freezeNoticed', lastFour: '7776', waits: false };

  it('is told to the owner once, however often it comes, whoever settles and how many at a time', async () => {
    await bank.freeze(wuMin.number, 'abnormalTransaction');
    for (let times = 0; times < 3; times++) assert.deepEqual(await notices().note(notice()), { noted: true });
    await Promise.all([notices().settle(), notices().settle(), notices().settle()]);
    await notices().note(notice());
    await notices().settle();
    assert.deepEqual(await queued(), [one]);
  });

  it('is told once where the process died before and after it was kept, and where the message was queued', async () => {
    await bank.freeze(wuMin.number, 'abnormalTransaction');
    await notices().note(notice());
    const dying = notices();
    const transaction = bank.store.transaction.bind(bank.store);
    bank.store.transaction = async (locks, work, mayWait) => {
      await transaction(locks, async (manager) => {
        await work(manager);
        throw new Error('killed before the commit');
      });
      return transaction(locks, work, mayWait);
    };
    await assert.rejects(dying.settle(), /killed/);
    bank.store.transaction = transaction;
    assert.deepEqual(await queued(), []);
    await notices().settle();
    await notices().settle();
    assert.deepEqual(await queued(), [one]);
  });

  it('names who helps where it cannot be lifted here', async () => {
    await bank.freeze(wuMin.number, 'reportedLost');
    await notices().note(notice({ reason: 'reportedLost' }));
    await notices().settle();
    assert.deepEqual(await queued(), [{ ...one, kind: 'freezeNoticedForStaff' }]);
  });

  it('is nobody’s to hear of a fraud or a court order, nor of a card that has one of these too', async () => {
    for (const [place, reason] of (['suspectedFraud', 'judicialOrder'] as const).entries()) {
      await bank.freeze(wuMin.number, reason);
      await notices().note(notice({ id: `f-${place}`, reason }));
    }
    await bank.freeze(wuMin.number, 'abnormalTransaction');
    await notices().note(notice());
    await notices().settle();
    assert.deepEqual(await queued(), []);
  });

  it('is no message for an unknown card, one that is not frozen so, one that was told of within the hour, or old news', async () => {
    await notices().note(notice({ cardNumber: unknownNumber, id: 'unknown' }));
    await notices().note(notice({ id: 'notFrozen' }));
    await notices().settle();
    await bank.freeze(wuMin.number, 'abnormalTransaction');
    await bank.freeze(wuMin.number, 'dormant');
    await notices().note(notice({ id: 'first' }));
    await notices().note(notice({ id: 'second', reason: 'dormant' }));
    await notices().settle();
    assert.deepEqual(await queued(), [{ ...one, kind: 'freezeNoticedForStaff' }]);
    bank.passes(2 * hours);
    await notices().note(notice({ id: 'old' }));
    bank.passes(24 * hours);
    await notices().settle();
    assert.equal((await queued()).length, 1);
  });

  it('obeys STOP, and waits where no more messages may go out today', async () => {
    await bank.freeze(wuMin.number, 'abnormalTransaction');
    await bank.freeze(liNa.number, 'abnormalTransaction');
    await bank.optOuts.noteOptOut({ phone: liNa.phone, stopped: true });
    await notices().note(notice({ id: 'stopped', cardNumber: liNa.number }));
    hasRoom = false;
    await notices().note(notice());
    await notices().settle();
    assert.deepEqual(await queued(), []);
    hasRoom = true;
    bank.passes(1 * minutes);
    await notices().settle();
    assert.deepEqual(await queued(), [one]);
  });

  it('that the customer has asked for here was told with that', async () => {
    const { customerService } = bank;
    const userTerminal = { channel: 'sms', address: wuMin.phone } as const;
    await customerService.freezeCard({ userTerminal, phone: wuMin.phone, lastFour: '7776' });
    await notices().note(notice({ reason: 'customerRequest' }));
    await notices().settle();
    assert.deepEqual(
      (await queued()).map(({ kind }) => kind),
      ['cardFrozen'],
    );
  });

  it('is asked for from where the card system has left off, and what was frozen before the first time is no news', async () => {
    await bank.freeze(wuMin.number, 'abnormalTransaction');
    const asked: (string | undefined)[] = [];
    const told: Record<string, NewFreezings> = {
      '': { freezings: [notice({ id: 'before' })], next: 'p1' },
      p1: { freezings: [notice({ id: 'new' })], next: 'p2' },
      p2: { freezings: [], next: 'p2' },
    };
    const ask = (after: string | undefined) => {
      asked.push(after);
      return told[after ?? ''];
    };
    await notices(ask).settle();
    assert.deepEqual(await queued(), []);
    await notices(ask).settle();
    await notices(ask).settle();
    assert.deepEqual(asked, [undefined, 'p1', 'p2', 'p2']);
    assert.deepEqual(await queued(), [one]);
    await notices(() => undefined).settle();
  });

  it('goes after seven days, and is refused where it is none', async () => {
    await notices().note(notice());
    bank.passes(7 * 24 * hours);
    await bank.tend();
    assert.equal(await bank.store.read((manager) => manager.count(FreezeNoticeRows)), 0);
    const wrong = { ...notice(), cardNumber: '6200000000000077777' };
    await rejectsWith('messageInvalid', notices().note(wrong));
    await rejectsWith('messageInvalid', notices().note({ ...notice(), id: 'x'.repeat(65) }));
  });
});
