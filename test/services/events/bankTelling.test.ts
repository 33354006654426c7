import assert from 'node:assert/strict';
import { Registry } from 'prom-client';
import { EventCounter } from '../../../kit/events/eventCounter.ts';
import { BankEventHourRows, BankEventRows } from '../../../services/events/bankEventsTables.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { liNa, openTestBank, type TestBank } from '../testBank.ts';

onEachDatabase('the events of the bank’s side', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  it('follow from the audit trail as it is chained, each once, without the card', async () => {
    const registry = new Registry();
    bank.telling.countWith(new EventCounter(registry, { name: 'thawline_test_total', help: 'a test' }));
    const card = await bank.card(liNa.number);
    const userTerminal = { channel: 'sms', address: 'someone' } as const;
    await bank.customerService.queryCardStatus({ card, userTerminal });
    await bank.processor.requestUnfreezing({ card, userTerminal });
    await Promise.all([bank.chaining.chain(), bank.chaining.chain()]);
    const events = await bank.store.read((manager) => manager.find(BankEventRows, { order: { id: 'ASC' } }));
    assert.deepEqual(
      events.map(({ kind, channel, outcome }) => [kind, channel, outcome]),
      [
        ['cardStatusQueried', 'sms', 'frozen'],
        ['unfreezeRequested', 'sms', ''],
        ['authenticationRequested', '', ''],
      ],
    );
    assert.ok(!JSON.stringify(events).includes(card) && !JSON.stringify(events).includes('someone'));
    const hours = await bank.store.read((manager) => manager.find(BankEventHourRows));
    assert.deepEqual(
      hours.map(({ count }) => count),
      [1, 1, 1],
    );
    assert.match(await registry.metrics(), /kind="cardStatusQueried",channel="sms".*outcome="frozen".*\} 1/);
  });
});
