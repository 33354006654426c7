import assert from 'node:assert/strict';
import pino from 'pino';
import { BotEventRows } from '../../../bot/events/eventsTables.ts';
import { EventGathering } from '../../../bot/events/gathering.ts';
import { In } from '../../../kit/store/query.ts';
import { hours } from '../../../kit/time.ts';
import { inProcess } from '../../scenarios/inProcess.ts';
import { ScenarioBank } from '../../scenarios/scenarioBank.ts';
import { liNa, wuMin } from '../../services/testBank.ts';

const kinds = ['answered', 'askedWhetherSolved', 'solved'];

describe('whether it is solved, as an event', () => {
  let bank: ScenarioBank;
  before(async () => {
    bank = await ScenarioBank.open();
  });
  afterEach(() => bank.reset());
  after(() => bank.close());

  /** What was told of a conversation in which this was typed. */
  async function told(...typed: readonly string[]): Promise<string[]> {
    const conversation = await inProcess(bank).begin('en');
    for (const text of typed) await conversation.takes({ does: 'says', text });
    const { store } = bank.bank;
    await new EventGathering({ store, log: pino({ level: 'silent' }) }).gather();
    const events = await store.read((manager) => manager.find(BotEventRows, { where: { kind: In(kinds) } }));
    return events
      .map((one) =>
        [one.kind, one.channel, one.language, one.step, one.outcome, one.reason].filter(Boolean).join(' '),
      )
      .sort();
  }

  it('says what was answered, that it was asked, and what came, by channel and language', async () => {
    assert.deepEqual(await told('is my card frozen?', wuMin.number, 'Not solved yet'), [
      'answered webChat en noFrozenCard',
      'askedWhetherSolved webChat en answered',
      'solved webChat en answered no',
    ]);
  });

  it('counts as contained until the customer comes back about the same card, in whatever browser', async () => {
    const counts = async () => {
      const { store } = bank.bank;
      await new EventGathering({ store, log: pino({ level: 'silent' }) }).gather();
      const where = { kind: In(['contained', 'uncontained']) };
      const events = await store.read((manager) =>
        manager.find(BotEventRows, { where, order: { at: 'ASC' } }),
      );
      return events.map(({ kind, step, reason }) => [kind, step, reason].filter(Boolean).join(' ')).sort();
    };
    await told('is my card frozen?', wuMin.number);
    assert.deepEqual(await counts(), ['contained answered']);
    bank.bank.passes(2 * hours);
    await told('is my card frozen?', liNa.number);
    assert.deepEqual(await counts(), ['contained answered'], 'another customer');
    await told('is my card frozen?', wuMin.number);
    const back = ['contained answered', 'contained answered', 'uncontained answered returned'];
    assert.deepEqual(await counts(), back);
    bank.bank.passes(25 * hours);
    await told('is my card frozen?', wuMin.number);
    assert.deepEqual(await counts(), ['contained answered', ...back], 'a day later it is another matter');
  });

  it('is told of nobody who is not asked, and of no answer where none came', async () => {
    assert.deepEqual(await told('unfreeze my card', liNa.number), []);
    assert.deepEqual(await told('thanks'), []);
    assert.deepEqual(await told('where is the nearest branch', 'thanks'), [
      'answered webChat en branch',
      'askedWhetherSolved webChat en answered',
    ]);
  });
});
