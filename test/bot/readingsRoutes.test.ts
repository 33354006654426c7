import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { botSchema } from '../../bot/botSchema.ts';
import { botEvents } from '../../bot/events/eventsTables.ts';
import { MissedSentenceRows } from '../../bot/events/missedSentencesTable.ts';
import { BotReadings } from '../../bot/events/readings.ts';
import { readingsRoutes } from '../../bot/readingsRoutes.ts';
import { EventWriting } from '../../kit/events/writeEvents.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import type { Store } from '../../kit/store/store.ts';
import { conversationsReadAddress } from '../../services/contract/conversationsRead.ts';
import { RemoteReadings } from '../../services/remoteReadings.ts';
import { onEachDatabase } from '../databases/databases.ts';
import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import { openTestStore } from '../databases/openTestStore.ts';

const token = 'only-for-tests-and-long-enough-for-it';
const log = pino({ level: 'silent' });
const asked = {
  from: '2026-03-01T00:00:00.000Z',
  until: '2026-03-02T00:00:00.000Z',
  casesFrom: '2026-03-01T00:00:00.000Z',
};
const at = '2026-03-01T10:20:00.000Z';

onEachDatabase('the conversations, read by the bank’s side over HTTP', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let server: HttpServer;
  let url: string;
  beforeEach(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
    await opens(true);
  });
  afterEach(async () => {
    await server.close();
    await store.close();
    await database.remove();
  });

  async function opens(keepsMissed: boolean): Promise<void> {
    const routes = [readingsRoutes({ readings: new BotReadings({ store, keepsMissed }), token })];
    server = new HttpServer({ log, https: false, checks: { needed: {} }, routes });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  }
  const read = () => new RemoteReadings({ at: { url, token }, log }).read(asked);

  async function happens(): Promise<void> {
    const subject = randomUUID();
    const told = { channel: 'webChat', language: 'en', outcome: '', reason: '', policy: '', release: '1' };
    const events = ['begun', 'cardNamed', 'frozen'].map((step) => ({
      ...{ id: `${subject}.${step}`, at, subject, kind: 'reached', step, ...told },
    }));
    const missed = ['Can it fly', 'can it fly', 'sing to me'].map((words) => ({
      ...{ id: randomUUID(), at, language: 'en', channel: 'webChat', step: 'nothingBegun', words },
    }));
    await store.transaction([], async (manager) => {
      await new EventWriting(botEvents).write(manager, events);
      await manager.insert(MissedSentenceRows, missed);
    });
  }

  it('are figures, the newest cases, and the sentences that came most often', async () => {
    await happens();
    const { readings, cases, missed } = (await read()) ?? assert.fail();
    assert.deepEqual(readings.hours, [{ hour: '2026-03-01T10:00:00.000Z', begun: 1, unfrozen: 0 }]);
    assert.deepEqual(readings.counts.map(({ step }) => step).sort(), ['begun', 'cardNamed', 'frozen']);
    assert.deepEqual(
      cases.map(({ stage, channel }) => [stage, channel]),
      [['frozen', 'webChat']],
    );
    assert.deepEqual(missed, [
      { words: 'can it fly', language: 'en', count: 2 },
      { words: 'sing to me', language: 'en', count: 1 },
    ]);
  });

  it('are nothing where nothing has happened yet, and have no sentences where none are kept', async () => {
    const nothing = { readings: { counts: [], hours: [] }, cases: [] };
    assert.deepEqual(await read(), { ...nothing, missed: [] });
    await server.close();
    await opens(false);
    assert.deepEqual(await read(), { ...nothing, missed: null });
  });

  it('are told to nobody without the token, and change in no way', async () => {
    const address = `${url}${conversationsReadAddress}`;
    const query = `?${new URLSearchParams(asked)}`;
    const withToken = (one: string) => ({ headers: { Authorization: `Bearer ${one}` } });
    assert.equal((await fetch(`${address}${query}`)).status, 401);
    for (const one of ['x', `${token}x`, ''])
      assert.ok([401, 403].includes((await fetch(`${address}${query}`, withToken(one))).status), one);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      assert.ok((await fetch(`${address}${query}`, { ...withToken(token), method })).status >= 404, method);
    for (const bad of ['', '?from=yesterday&until=now&casesFrom=1', `${query}'`])
      assert.equal((await fetch(`${address}${bad}`, withToken(token))).status, 400, bad);
  });

  it('are nothing to the page where the bot’s half is away, refuses, or answers something else', async () => {
    const wrong = new RemoteReadings({ at: { url, token: `${token}x` }, log });
    assert.equal(await wrong.read(asked), undefined);
    const elsewhere = new HttpServer({
      ...{ log, https: false, checks: { needed: {} } },
      routes: [
        (one) => one.get(conversationsReadAddress, async (_, response) => response.json(200, { no: 1 })),
      ],
    });
    const { port } = await elsewhere.listen('127.0.0.1', 0);
    const other = new RemoteReadings({ at: { url: `http://127.0.0.1:${port}`, token }, log });
    assert.equal(await other.read(asked), undefined);
    await elsewhere.close();
    assert.equal(await other.read(asked), undefined);
  });
});
