// Guards money: a card that somebody else has unfrozen is frozen again.
import assert from 'node:assert/strict';
import { minutes } from '../../kit/time.ts';
import { checkTrail } from '../../services/audit/checkTrail.ts';
import { receiptText } from '../../services/notifications/receiptText.ts';
import { Outbox } from '../../services/tables/outboxMessage.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { CallService } from '../demo/callService.ts';
import { trailOf } from '../services/audit/trailOf.ts';
import { usualForm } from '../services/profiles/forms.ts';
import { zhaoLei } from '../services/testBank.ts';

onEachDatabase('a stranger who unfreezes a card from a forged number', (empty) => {
  let service: CallService;
  before(async () => {
    service = await CallService.open({ empty });
  });
  after(() => service.close());

  const said = ({ heard }: Awaited<ReturnType<CallService['carrier']['call']>>) =>
    heard.map((each) => (each.what === 'say' ? each.words : '')).join('\n');

  it('is undone by the owner’s call from the phone that the receipt went to, and all of it is audited', async () => {
    const { bank, carrier } = service;
    const stranger = await carrier.call(zhaoLei.phone);
    await stranger.press('32');
    await stranger.press('4446#');
    await stranger.press('1');
    await stranger.press(`${zhaoLei.transactionPassword}#`);
    assert.match(said(stranger), /Card 4446 is unfrozen/);
    await stranger.hangUp();

    const [receipt] = await bank.store.read((manager) => manager.find(Outbox));
    assert.ok(receipt);
    assert.match(
      receiptText({ ...receipt, code: '' }, { timeZone: 'UTC', agentPhone: undefined }, usualForm),
      /不是我|NOT ME/,
    );

    bank.passes(40 * minutes);
    const owner = await carrier.call(zhaoLei.phone);
    await owner.press('3');
    await owner.speak('that was not me');
    assert.match(said(owner), /Card 4446 is frozen again/);
    const card = await bank.card(zhaoLei.number);
    const found = await bank.cardSystem.find(card);
    assert.deepEqual(found?.card.freezes, ['suspectedFraud']);

    const read = async () => {
      const trail = await trailOf(bank);
      return trail.map(({ action, details }) => [action, JSON.parse(details).card]);
    };
    // The bank's side is told of a handoff once the turn is written.
    let told = await read();
    while (told.at(-1)?.[0] !== 'handedOver') told = await read();
    assert.deepEqual(told.slice(-7), [
      ['cardStatusQueried', card],
      ['unfreezeRequested', card],
      ['authenticationRequested', card],
      ['cardUnfrozen', card],
      ['unfreezingDisowned', card],
      ['cardFrozen', card],
      ['handedOver', card],
    ]);
    const { bad } = await checkTrail({ read: (work) => bank.store.read(work), audit: bank.audit });
    assert.equal(bad, undefined);
  });
});
