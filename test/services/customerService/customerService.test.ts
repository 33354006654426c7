import assert from 'node:assert/strict';
import { hours } from '../../../kit/time.ts';
import { FrozenCardRows } from '../../../services/tables/frozenCardRecord.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { rejectsWith } from '../rejectsWith.ts';
import {
  browser,
  huangXiuying,
  liNa,
  openTestBank,
  sunLi,
  type TestBank,
  unknownNumber,
  wuMin,
  zhouQiang,
} from '../testBank.ts';

onEachDatabase('the customer service', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const query = async (number: string, userTerminal = browser) =>
    bank.customerService.queryCardStatus({ card: await bank.card(number), userTerminal });

  const records = () => bank.store.read((manager) => manager.find(FrozenCardRows));

  it('names the demands and no reason where the freeze can be lifted remotely', async () => {
    assert.deepEqual(await query(liNa.number), {
      status: 'frozen',
      instructions: {
        remote: true,
        reasons: [],
        demands: ['identityDocument', 'transactionPassword'],
      },
    });
  });

  it('names who helps and no reason where it cannot', async () => {
    assert.deepEqual(await query(sunLi.number), {
      status: 'frozen',
      instructions: { remote: false, help: 'branch' },
    });
    assert.deepEqual(await query(zhouQiang.number), {
      status: 'frozen',
      instructions: { remote: false, help: 'agent' },
    });
  });

  it('answers unknown, active and closed numbers with the same bytes', async () => {
    const answers = [unknownNumber, wuMin.number, huangXiuying.number].map((number) => query(number));
    const bytes = (await Promise.all(answers)).map((answer) => JSON.stringify(answer));
    assert.deepEqual(bytes, Array(3).fill('{"status":"noFrozenCard"}'));
  });

  it('packages a frozen card, and no other', async () => {
    await query(wuMin.number);
    assert.deepEqual(await records(), []);
    await query(liNa.number);
    assert.deepEqual(
      (await records()).map(({ card }) => card),
      [await bank.card(liNa.number)],
    );
  });

  it('keeps the package for 24 hours after the last query', async () => {
    await query(liNa.number);
    bank.passes(23 * hours);
    await query(liNa.number);
    bank.passes(23 * hours);
    await bank.tend();
    assert.equal((await records()).length, 1);
    bank.passes(1 * hours);
    await bank.tend();
    assert.equal((await records()).length, 0);
  });

  it('stops one user terminal that asks about card after card, and no other', async () => {
    for (let count = 0; count < 20; count++) await query(wuMin.number);
    await rejectsWith('tooManyRequests', query(wuMin.number));
    await query(wuMin.number, { channel: 'webChat', address: 'another' });
  });

  it('gives a number the same reference each time, and none to what is not a card number', async () => {
    assert.equal(await bank.card(liNa.number), await bank.card(liNa.number));
    assert.notEqual(await bank.card(liNa.number), await bank.card(wuMin.number));
    for (const wrong of [
      '',
      '6200000000000011115',
      '620000000001',
      '62000000000000111141',
      'x'.repeat(10_000),
    ]) {
      await rejectsWith('messageInvalid', bank.customerService.nameCard(wrong));
    }
  });

  it('refuses a malformed query', async () => {
    // @ts-expect-error a message from outside can be anything
    await rejectsWith('messageInvalid', bank.customerService.queryCardStatus({ card: liNa.number }));
  });
});
