import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import { BotEventRows } from '../../../bot/events/eventsTables.ts';
import { EventGathering } from '../../../bot/events/gathering.ts';
import { seconds } from '../../../kit/time.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestBank, type TestBank } from '../../services/testBank.ts';
import { type BotWithDesk, botWithDesk, customer } from './peopleAtDesk.ts';

onEachDatabase('how long a customer waits for a person', (empty) => {
  let bank: TestBank;
  let bot: BotWithDesk;
  before(async () => {
    bank = await openTestBank({ empty, beside: [botSchema] });
    bot = botWithDesk(bank, bank.store);
  });
  after(() => bank.close());

  it('is told with the first words of the agent, from the wish, and not when the case is only taken', async () => {
    const { desk, watch } = bot;
    await desk.isThere('wang', { paused: false });
    const one = await customer(bot);
    await one.says('talk to a person');
    const { case: id } = (await desk.cases()).at(-1) ?? assert.fail('no case');
    const told = async () => {
      await watch.round();
      await new EventGathering({ store: bank.store, log: pino({ level: 'silent' }) }).gather();
      const where = { kind: 'personAnswered' };
      const events = await bank.store.read((manager) => manager.find(BotEventRows, { where }));
      return events.map(({ channel, outcome }) => `${channel} ${outcome}`);
    };
    bank.passes(40 * seconds);
    await desk.claim(id, 'wang');
    assert.deepEqual(await told(), []);
    bank.passes(70 * seconds);
    await desk.write(id, 'wang', { id: randomUUID(), text: 'Hello.' });
    assert.deepEqual(await told(), ['webChat 120']);
    bank.passes(600 * seconds);
    await desk.write(id, 'wang', { id: randomUUID(), text: 'Are you still there?' });
    assert.deepEqual(await told(), ['webChat 120'], 'once');
  });
});
