import assert from 'node:assert/strict';
import { CardLookup } from '../../../services/cardSystem/cardLookup.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { liNa, openTestBank, type TestBank, wuMin } from '../testBank.ts';

onEachDatabase('what an operator finds of the cards', (empty) => {
  let bank: TestBank;
  let lookup: CardLookup;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    lookup = new CardLookup(bank);
  });
  afterEach(() => bank.close());

  const references = (cards: { card: string }[]) => cards.map(({ card }) => card);
  async function pages(options?: Parameters<CardLookup['pages']>[0]) {
    return Array.fromAsync(lookup.pages(options));
  }

  it('comes a page at a time, each card once, whatever the size of a page', async () => {
    const [all = []] = await pages();
    assert.equal(all.length, 11);
    for (const most of [1, 3, 5, 10]) {
      const read = await pages({ most });
      assert.deepEqual(references(read.flat()), references(all), `${most} a page`);
      assert.ok(read.every((page) => page.length <= most));
    }
  });

  it('begins behind a card that is named, and one that is unknown is an error', async () => {
    const [all = []] = await pages();
    const after = all[6]?.card;
    assert.deepEqual(references((await pages({ after })).flat()), references(all.slice(7)));
    const unknown = `card_${'A'.repeat(22)}`;
    await assert.rejects(pages({ after: unknown }), { code: 'messageInvalid' });
  });

  it('is found by last four digits, by the registered phone, and by the customer', async () => {
    const card = await bank.card(liNa.number);
    const [found] = await lookup.find({ lastFour: liNa.number.slice(-4) });
    assert.equal(found?.card, card);
    const shown = await lookup.show(card);
    const ofCustomer = references(await lookup.find({ customer: shown?.customer ?? '' }));
    assert.deepEqual(ofCustomer.toSorted(), [card, ...(shown?.otherCards ?? [])].toSorted());
    assert.deepEqual(references(await lookup.find({ phone: liNa.phone })).toSorted(), ofCustomer.toSorted());
    for (const nobody of [{ phone: '+8613999999999' }, { lastFour: '0000' }, { customer: 'nobody' }])
      assert.deepEqual(await lookup.find(nobody), []);
  });

  it('shows what is reserved, the failures that count and the lock, and nothing that names a person', async () => {
    const card = await bank.card(wuMin.number);
    const shown = await lookup.show(card);
    assert.ok(shown && shown.reserved.length > 0);
    assert.equal(shown.failedAttempts, 0);
    assert.equal(shown.remoteUnfreezingLockedUntil, null);
    for (const secret of [wuMin.number, wuMin.phone.slice(1)])
      assert.ok(!JSON.stringify(shown).includes(secret));
    assert.equal(await lookup.show(`card_${'A'.repeat(22)}`), undefined);
  });
});
