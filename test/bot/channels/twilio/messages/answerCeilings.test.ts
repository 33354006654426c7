import assert from 'node:assert/strict';
import { AnswerCeilings } from '../../../../../bot/channels/twilio/messages/answerCeilings.ts';
import { SharedCounts } from '../../../../../kit/limits/sharedCounts.ts';
import { hours, later, minutes } from '../../../../../kit/time.ts';
import { MessageService } from '../../../../demo/messageService.ts';
import { zhaoLei } from '../../../../services/testBank.ts';

describe('the ceilings of answers', () => {
  let now: Date;
  let mostOverAll: number;
  let ceilings: AnswerCeilings;
  beforeEach(() => {
    now = new Date('2026-11-24T00:00:00.000Z');
    mostOverAll = 1000;
    ceilings = new AnswerCeilings({
      counts: new SharedCounts({ clock: () => now }),
      mostInAMinute: 10,
      mostInADay: 60,
      mostOverAll: () => mostOverAll,
      destinations: () => new Set(['US']),
    });
  });
  const answers = (times: number, number = '+12025550104') =>
    Array.from({ length: times }, () => ceilings.spend({ address: number }, number)).filter(Boolean).length;

  it('let a number have so many in a minute, and so many in a day', () => {
    let all = 0;
    for (let minute = 0; minute < 30; minute++) {
      const some = answers(25);
      assert.ok(some <= 10);
      all += some;
      now = later(now, 1 * minutes);
    }
    assert.equal(all, 60);
    assert.equal(answers(25, '+12025550105'), 10);
    now = later(now, 24 * hours);
    assert.equal(answers(25), 10);
  });

  it('let no more go out in a day over all numbers than may', () => {
    mostOverAll = 7;
    const all = Array.from({ length: 20 }, (_, place) => answers(1, `+120255501${10 + place}`));
    assert.equal(all.filter((some) => some === 1).length, 7);
    assert.deepEqual(ceilings.standing(), { sent: 7, most: 7 });
  });

  it('let none go where none may go, and count nothing for that', () => {
    for (const number of ['+19005551234', '+881612345678', '+447400123456'])
      assert.equal(answers(3, number), 0);
    assert.equal(ceilings.standing().sent, 0);
  });
});

describe('messages past the ceilings', () => {
  it('are answered with nothing and change nothing, but for "not me", which freezes, and STOP', async () => {
    let left = 2;
    const service = await MessageService.open({ ceilings: { spend: () => left-- > 0 } });
    const thread = service.thread(zhaoLei.phone);
    const request = await service.bank.authenticationRequest(zhaoLei.number);
    await service.bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal((await thread.send('hello')).length, 1);
    assert.equal((await thread.send('hello')).length, 1);
    assert.deepEqual(await thread.send('hello'), []);
    assert.deepEqual(await thread.send('that was not me'), []);
    const card = await service.bank.card(zhaoLei.number);
    assert.deepEqual((await service.bank.cardSystem.find(card))?.card.freezes, ['suspectedFraud']);
    assert.deepEqual(await thread.send('STOP'), []);
    left = 2;
    assert.deepEqual(await thread.send('hello'), [], 'STOP was heard');
    assert.deepEqual(thread.problems, []);
    await service.close();
  });
});
