import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { Registry } from 'prom-client';
import { botSchema } from '../../../bot/botSchema.ts';
import { BotEventHourRows, BotEventRows } from '../../../bot/events/eventsTables.ts';
import { EventGathering, turnKind } from '../../../bot/events/gathering.ts';
import { EventCounter } from '../../../kit/events/eventCounter.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { onEachDatabase } from '../../databases/databases.ts';
import { rowsOf, withDataSource } from '../../databases/dataSource.ts';
import { openTestStore } from '../../databases/openTestStore.ts';
import { WebChatService } from '../../journeys/webChatService.ts';
import { liNa } from '../../services/testBank.ts';

const log = pino({ level: 'silent' });

onEachDatabase('the events of conversations', (empty) => {
  let service: WebChatService;
  beforeEach(async () => {
    service = await WebChatService.open(empty, false);
  });
  afterEach(() => service.close());

  async function asksForCard(): Promise<void> {
    const started = await service.start({ 'Accept-Language': 'en' });
    for (const text of ['is my card frozen?', liNa.number, 'yes']) {
      const activity = { type: 'message', text, channelData: { clientActivityID: randomUUID() } };
      assert.equal((await service.post(started, activity)).status, 200);
    }
  }

  it('are written with their turns, gathered once, counted by the hour and for the metrics', async () => {
    await asksForCard();
    const { store } = service.bank;
    const registry = new Registry();
    const counter = new EventCounter(registry, { name: 'thawline_test_total', help: 'a test' });
    const gathering = new EventGathering({ store, counter, log });
    assert.deepEqual(await store.read((manager) => manager.find(BotEventRows)), []);
    await gathering.gather();
    await gathering.gather();
    const events = await store.read((manager) => manager.find(BotEventRows));
    assert.deepEqual(
      events.map(({ kind, step, outcome }) => [kind, step, outcome].filter(Boolean).join(' ')).sort(),
      [
        'entered cardNumber',
        'entered identityDocument',
        'entered unfreezeQuestion',
        'left cardNumber on',
        'left unfreezeQuestion on',
        'queried frozen',
        'reached begun',
        'reached cardNamed',
        'reached frozen',
        'reached requested',
        'requested authenticationRequested',
      ],
    );
    assert.equal(new Set(events.map(({ subject }) => subject)).size, 1, 'of one case');
    const [one = assert.fail()] = events;
    assert.deepEqual([one.channel, one.language, one.release], ['webChat', 'en', manifest.version]);
    const hours = await store.read((manager) => manager.find(BotEventHourRows));
    const counted = (isTurn: boolean) =>
      hours.filter(({ kind }) => (kind === turnKind) === isTurn).reduce((all, { count }) => all + count, 0);
    assert.equal(counted(false), events.length);
    assert.equal(counted(true), 4, 'how long each turn took is in the hours alone');
    const metrics = await registry.metrics();
    assert.match(
      metrics,
      /thawline_test_total\{kind="reached",channel="webChat",language="en",step="frozen".*\} 1/,
    );
  });

  it('add to the hour that is there, and say nothing of whose they are', async () => {
    const { store, databaseUrl } = service.bank;
    const gathering = new EventGathering({ store, log });
    await asksForCard();
    await gathering.gather();
    await asksForCard();
    await gathering.gather();
    const hours = await store.read((manager) =>
      manager.find(BotEventHourRows, { where: { step: 'frozen' } }),
    );
    assert.equal(
      hours.reduce((all, { count }) => all + count, 0),
      2,
    );
    const kept = JSON.stringify(await withDataSource(databaseUrl, (source) => rowsOf(source, 'bot_events')));
    assert.doesNotMatch(
      kept,
      new RegExp(`${liNa.number}|\\D${liNa.number.slice(-4)}\\D|${liNa.phone.slice(1)}`),
    );
    const cards = await withDataSource(databaseUrl, (source) => rowsOf(source, 'cards'));
    for (const { reference } of cards) assert.ok(!kept.includes(String(reference)));
  });

  it('are gathered by two processes at once without one of them twice', async () => {
    await asksForCard();
    const other = await openTestStore(service.bank.databaseUrl, [botSchema]);
    try {
      const both = [service.bank.store, other].map((store) => new EventGathering({ store, log }).gather());
      await Promise.all(both);
      await new EventGathering({ store: other, log }).gather();
      const hours = await other.read((manager) => manager.find(BotEventHourRows));
      assert.equal(
        hours.reduce((all, { count }) => all + count, 0),
        15,
      );
    } finally {
      await other.close();
    }
  });
});
