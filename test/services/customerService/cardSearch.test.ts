import assert from 'node:assert/strict';
import type { CardSearchAnswer } from '../../../services/contract/cardSearch.ts';
import { Cards } from '../../../services/tables/card.ts';
import { FrozenCardRows } from '../../../services/tables/frozenCardRecord.ts';
import { QueryCounts } from '../../../services/tables/queryCount.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { trailOf } from '../audit/trailOf.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { liNa, openTestBank, sunLi, type TestBank, wuMin, zhengKai } from '../testBank.ts';

const nobody = '+12025550199';

onEachDatabase('the search for a card by phone and last four digits', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const search = (phone: string, lastFour: string, address = phone): Promise<CardSearchAnswer> =>
    bank.customerService.searchCard({ userTerminal: { channel: 'voice', address }, phone, lastFour });
  const entries = async () =>
    (await trailOf(bank)).map(({ action, details }) => ({ action, ...JSON.parse(details) }));

  it('answers an unknown phone, other digits, an active and a closed card with the same bytes', async () => {
    const answers = [
      await search(nobody, '1114'),
      await search(liNa.phone, '0000'),
      await search(wuMin.phone, '7776'),
      await search('+12025550109', '1104'),
      // The digits of somebody else's frozen card.
      await search(wuMin.phone, '1114'),
    ];
    for (const answer of answers) assert.equal(JSON.stringify(answer), '{"status":"noFrozenCard"}');
    const written = (await entries()).map(({ action, card, status }) => ({ action, card, status }));
    const same = { action: 'cardStatusQueried', card: null, status: 'noFrozenCard' };
    assert.deepEqual(written, Array(5).fill(same));
    assert.equal(await bank.store.read((manager) => manager.count(FrozenCardRows)), 0);
  });

  it('packages the card that it found, so that it can be unfrozen, and names no reason where staff must', async () => {
    const found = await search(zhengKai.phone, '9994');
    assert.ok(found.status === 'frozen');
    assert.equal(found.card, await bank.card(zhengKai.number));
    const userTerminal = { channel: 'voice', address: zhengKai.phone } as const;
    const request = await bank.processor.requestUnfreezing({ card: found.card, userTerminal });
    assert.equal(request.outcome, 'authenticationRequested');
    const staff = await search('+12025550105', '5558');
    assert.deepEqual(staff, {
      status: 'frozen',
      card: await bank.card(sunLi.number),
      instructions: { remote: false, help: 'branch' },
    });
  });

  it('asks for the number where two frozen cards of a customer end alike, and for none where one is frozen', async () => {
    await bank.store.transaction([], (manager) =>
      manager.update(Cards, { lastFour: '8880' }, { lastFour: '9994' }),
    );
    assert.equal((await search(zhengKai.phone, '9994')).status, 'frozen');
    await bank.freeze('6200000000000088880', 'customerRequest');
    assert.deepEqual(await search(zhengKai.phone, '9994'), { status: 'severalFrozen' });
  });

  it('stops who asks about one card of a phone again and again, from whichever terminal, and keeps no number', async () => {
    for (let count = 0; count < 10; count++) await search(nobody, '1114', `${nobody}${count}`);
    await rejectsWith('tooManyRequests', search(nobody, '1114', 'another'));
    await search(nobody, '1115', 'another');
    const counts = await bank.store.read((manager) => manager.find(QueryCounts));
    assert.doesNotMatch(JSON.stringify(counts), /2025550199/);
  });

  it('stops one terminal that asks about card after card', async () => {
    for (let count = 0; count < 20; count++) await search(nobody, String(1000 + count));
    await rejectsWith('tooManyRequests', search(nobody, '9999'));
  });
});
