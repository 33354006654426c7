import assert from 'node:assert/strict';
import { HandoffQueue } from '../../../../../bot/desk/handoffQueue.ts';
import { deliveryKey } from '../../../../../bot/turn/turnRows.ts';
import { DeliveryRows } from '../../../../../bot/turn/turnTables.ts';
import type { TextThread } from '../../../../../demo/textThread.ts';
import { seconds } from '../../../../../kit/time.ts';
import { AuditTail } from '../../../../../services/tables/auditEntry.ts';
import { MessageService } from '../../../../demo/messageService.ts';
import { delegatedCustomerService } from '../../../../services/delegatedCustomerService.ts';
import { type TestBank, zhaoLei } from '../../../../services/testBank.ts';

const mostInAMinute = 12;
const sid = (digit: string) => `SM${digit.repeat(32)}`;

describe('"that was not me" by SMS, from the phone that the receipt went to', () => {
  let service: MessageService;
  let thread: TextThread;
  /** What the bank's side was asked to freeze again, and what it waits for before it answers a status query. */
  let asked: number;
  let passing: Promise<void>;

  const between = ({ customerService, processor }: TestBank) => ({
    processor,
    customerService: {
      ...delegatedCustomerService(customerService),
      queryCardStatus: async (query: Parameters<typeof customerService.queryCardStatus>[0]) => {
        await passing;
        return customerService.queryCardStatus(query);
      },
      disown: (from: Parameters<typeof customerService.disown>[0]) => {
        asked++;
        return customerService.disown(from);
      },
    },
  });

  beforeEach(async () => {
    [asked, passing] = [0, Promise.resolve()];
    service = await MessageService.open({ mostInAMinute, patience: 100, between });
    thread = service.thread(zhaoLei.phone);
  });
  afterEach(async () => {
    assert.deepEqual(thread.problems, []);
    await service.close();
  });

  async function unfrozenByAStranger(): Promise<void> {
    const request = await service.bank.authenticationRequest(zhaoLei.number);
    const given = await service.bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(given.outcome, 'unfrozen');
  }
  async function freezes(): Promise<readonly string[]> {
    const { cardSystem, card } = service.bank;
    return (await cardSystem.find(await card(zhaoLei.number)))?.card.freezes ?? [];
  }
  const cases = () => new HandoffQueue({ store: service.bank.store, clock: service.bank.now }).list();
  async function frozenWithACase(): Promise<Awaited<ReturnType<typeof cases>>[number]> {
    assert.deepEqual(await freezes(), ['suspectedFraud']);
    const [one, ...others] = await cases();
    assert.ok(one);
    assert.deepEqual([one.reason, one.lastFour, others], ['unfreezingDisowned', '4446', []]);
    return one;
  }

  it('freezes the card after any number of forged ones before', async () => {
    for (let times = 0; times < 11; times++) await thread.send('not me');
    await unfrozenByAStranger();
    assert.match(String(await thread.send('NOT ME')), /The card ending 4446 is frozen again/);
    await frozenWithACase();
  });

  it('freezes the card after a flood that uses up the minute, and is answered', async () => {
    await unfrozenByAStranger();
    for (let times = 0; times < mostInAMinute; times++) await thread.send(`hello ${times}`);
    assert.deepEqual(await thread.send('hello again'), []);
    assert.match(String(await thread.send('NOT ME')), /the card ending 4446.*case/is);
    await frozenWithACase();
  });

  it('is answered and written down once in a flood of its own, and lets no other words through', async () => {
    await unfrozenByAStranger();
    for (let times = 0; times < mostInAMinute; times++) await thread.send(`hello ${times}`);
    await thread.send('NOT ME');
    const entries = () => service.bank.store.read((manager) => manager.count(AuditTail));
    const [before, said] = [await entries(), asked];
    for (let times = 0; times < 30; times++) assert.deepEqual(await thread.send('NOT ME'), []);
    assert.equal(await entries(), before);
    assert.equal(asked - said, 30, 'each was asked for at the bank');
    assert.deepEqual(await thread.send('unfreeze my card'), []);
  });

  it('freezes the card again where it is unfrozen in the middle of the flood', async () => {
    for (let times = 0; times < mostInAMinute + 5; times++) await thread.send('NOT ME');
    await unfrozenByAStranger();
    await thread.send('NOT ME');
    await frozenWithACase();
  });

  for (const [how, more] of [
    ['a STOP, forged or the owner’s own', {}],
    ['one that the account’s own handling has taken', { OptOutType: 'STOP' }],
  ] as const) {
    it(`freezes the card after ${how}, sends no answer, and tells the staff so`, async () => {
      assert.deepEqual(await thread.send('STOP', more), []);
      await unfrozenByAStranger();
      assert.deepEqual(await thread.send('不是我'), []);
      assert.equal((await frozenWithACase()).optedOut, true);
      assert.deepEqual(await thread.send('hello'), [], 'it is stopped as before');
      // The answer is in the language in which the receipt was answered.
      assert.match(String(await thread.send('START')), /解冻助手/);
    });
  }

  for (const text of [
    'WHAT? I didn’t do this',
    '我没解冻啊',
    '誰搞的',
    'who unlocked my card',
    'call the police',
  ]) {
    it(`freezes the card at “${text}”, after a flood and after STOP as well`, async () => {
      await unfrozenByAStranger();
      for (let times = 0; times < mostInAMinute; times++) await thread.send(`hello ${times}`);
      assert.match(String(await thread.send(text)), /4446/);
      await frozenWithACase();
    });

    it(`freezes the card at “${text}” after STOP, and sends no answer`, async () => {
      await thread.send('STOP');
      await unfrozenByAStranger();
      assert.deepEqual(await thread.send(text), []);
      assert.equal((await frozenWithACase()).optedOut, true);
    });
  }

  it('asks once what a doubt means, and freezes the card at a no', async () => {
    await unfrozenByAStranger();
    assert.match(String(await thread.send('what is this??')), /Was that you\?.*1 It was me.*2 Not me/s);
    assert.deepEqual(await freezes(), []);
    assert.match(String(await thread.send('2')), /frozen again/);
    await frozenWithACase();
  });

  it('freezes nothing where the owner says that it was them', async () => {
    await unfrozenByAStranger();
    await thread.send('what is this??');
    assert.match(String(await thread.send('1')), /nothing is changed/);
    assert.deepEqual([await freezes(), await cases()], [[], []]);
  });

  it('freezes the card at a doubt or a bare no in a flood or after STOP, where nothing can be asked', async () => {
    await unfrozenByAStranger();
    for (let times = 0; times < mostInAMinute; times++) await thread.send(`hello ${times}`);
    assert.match(String(await thread.send('no')), /4446/);
    await frozenWithACase();
  });

  it('freezes the card at a bare no from a number that has said STOP', async () => {
    await thread.send('STOP');
    await unfrozenByAStranger();
    assert.deepEqual(await thread.send('no'), []);
    assert.equal((await frozenWithACase()).optedOut, true);
  });

  it('sends nothing after STOP at a cry to which there is no receipt, and stays stopped', async () => {
    await thread.send('STOP');
    for (const text of ['who did this', 'no', 'freeze my card'])
      assert.deepEqual(await thread.send(text), []);
    assert.deepEqual(await freezes(), ['abnormalTransaction'], 'as before');
    assert.deepEqual(await thread.send('hello'), []);
  });

  it('freezes the card where the same message says STOP', async () => {
    await unfrozenByAStranger();
    assert.match(String(await thread.send('STOP that was not me')), /frozen again/);
    assert.equal((await frozenWithACase()).optedOut, false);
  });

  it('freezes the card where the carrier takes the same message for STOP, and sends no answer', async () => {
    await unfrozenByAStranger();
    assert.deepEqual(await thread.send('STOP. NOT ME', { OptOutType: 'STOP' }), []);
    assert.equal((await frozenWithACase()).optedOut, true);
    assert.deepEqual(await thread.send('hello'), []);
  });

  it('freezes the card where the answer to the message before was not heard', async () => {
    await unfrozenByAStranger();
    let opens = () => {};
    passing = new Promise((resolve) => {
      opens = resolve;
    });
    assert.match(String(await thread.send(zhaoLei.number)), /went wrong/);
    opens();
    assert.match(String(await thread.send('NOT ME')), /frozen again/);
    await frozenWithACase();
  });

  it('freezes the card where its process died and another message was answered since', async () => {
    await unfrozenByAStranger();
    await thread.send('hello');
    const id = deliveryKey('thawline-sms', sid('c'));
    const arrivedAt = service.bank.now().toISOString();
    await service.bank.store.transaction([], (manager) =>
      manager.insert(DeliveryRows, {
        id,
        conversation: 'its own',
        arrivedAt,
        kept: null,
        answer: null,
        sent: 0,
      }),
    );
    service.bank.passes(1 * seconds);
    await thread.send('hello');
    assert.match(String(await thread.send('NOT ME', { MessageSid: sid('c') })), /frozen again/);
    await frozenWithACase();
  });
});
