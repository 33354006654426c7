import assert from 'node:assert/strict';
import { emptySqlite } from '../../databases/sqlite.ts';
import { cardSystems, type OpenCardSystem } from '../cardSystem/cardSystems.ts';
import {
  browser,
  chenJie,
  fengLan,
  huangXiuying,
  liNa,
  sunLi,
  unknownNumber,
  wuMin,
  zhaoLei,
  zhouQiang,
} from '../testBank.ts';

/** All that a customer hears of every kind of card, of failures until the lock, and of success. */
async function heard({ bank, freeze }: OpenCardSystem): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const { number } of [
    liNa,
    chenJie,
    zhaoLei,
    fengLan,
    sunLi,
    zhouQiang,
    wuMin,
    huangXiuying,
    { number: unknownNumber },
  ]) {
    const query = { card: await bank.card(number), userTerminal: browser };
    all.push(await bank.customerService.queryCardStatus(query));
    const answer = await bank.processor.requestUnfreezing(query);
    all.push(answer.outcome, 'authenticationRequest' in answer && answer.authenticationRequest.items);
  }
  const first = await bank.authenticationRequest(chenJie.number);
  for (const [attempt, document] of [
    [1, liNa.identityDocument],
    [2, chenJie.identityDocument],
  ] as const) {
    const now = { ...first, attempt };
    all.push(await bank.give(now, 'identityDocument', document));
    all.push(await bank.give(now, 'transactionPassword', chenJie.transactionPassword));
  }
  const both = await bank.authenticationRequest(liNa.number);
  for (const attempt of [1, 2, 3]) {
    const now = { ...both, attempt };
    all.push(await bank.give(now, 'identityDocument', liNa.identityDocument));
    all.push(await bank.give(now, 'transactionPassword', '000000'));
  }
  const password = await bank.authenticationRequest(zhaoLei.number);
  await freeze(zhaoLei.number, 'customerRequest');
  all.push(await bank.give(password, 'transactionPassword', zhaoLei.transactionPassword));
  const again = await bank.authenticationRequest(zhaoLei.number);
  all.push(await bank.give(again, 'transactionPassword', zhaoLei.transactionPassword));
  return all;
}

describe('whichever card system the cards stand in', () => {
  let expected: unknown[];
  for (const { name, open } of cardSystems) {
    it(`a customer hears the same, with ${name}`, async () => {
      const opened = await open(emptySqlite);
      try {
        const all = await heard(opened);
        expected ??= all;
        assert.deepEqual(all, expected);
        assert.deepEqual(all.at(-1), {
          outcome: 'unfrozen',
          at: opened.bank.now().toISOString(),
          reasons: ['abnormalTransaction', 'customerRequest'],
        });
      } finally {
        await opened.close();
      }
    });
  }
});
