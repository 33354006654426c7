import assert from 'node:assert/strict';
import pino from 'pino';
import { botFirstMigration } from '../../bot/botFirstMigration.ts';
import { botExpiring } from '../../bot/botRetention.ts';
import { botSchema } from '../../bot/botSchema.ts';
import { StoredAwaitedLinks } from '../../bot/links/awaitedLinks.ts';
import { conversationKey } from '../../bot/turn/turnRows.ts';
import { deleteExpired } from '../../kit/retention/expiring.ts';
import { openStore } from '../../kit/store/openStore.ts';
import { hours, instant } from '../../kit/time.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { copyTables } from '../databases/copyTables.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { migrationNames, migrationsOf, rowsOf, tablesOf, withDataSource } from '../databases/dataSource.ts';
import { insertOldBotRows } from '../databases/oldBotRows.ts';
import { shapeOf } from '../databases/shapeOf.ts';
import { asVersionBefore, lastBefore, openConversation } from '../databases/versionBefore.ts';
import { testKey } from '../testKey.ts';

const at = '2026-11-24T07:59:00.000Z';
const now = new Date('2026-11-24T08:00:00.000Z');

/** What later migrations have added to the rows of a table. */
const addedLater: Readonly<Record<string, object>> = {
  direct_line_conversations: { ended_at: null },
  open_cases: { begun_at: null, begun_on: null },
  handoff_cases: {
    ...{ origin: null, set_aside_at: null, reach: null, agent: null, waits_since: null, next_look_at: null },
    ...{ comes_first: 0, lines: 0 },
  },
};

onEachDatabase('a bot’s database of the version before', (empty) => {
  let old: EmptyDatabase;
  let fresh: EmptyDatabase;
  beforeEach(async () => {
    [old, fresh] = [await empty(), await empty()];
    await (await openStore(fresh.url, [botSchema])).close();
  });
  afterEach(async () => {
    await old.remove();
    await fresh.remove();
  });

  const open = async (...schemas: (typeof botSchema)[]) => (await openStore(old.url, schemas)).close();
  const rows = (table: string) => withDataSource(old.url, (dataSource) => rowsOf(dataSource, table));
  const everything = () =>
    withDataSource(old.url, async (dataSource) => {
      const found: Record<string, unknown> = { migrations: await migrationsOf(dataSource) };
      for (const table of await tablesOf(dataSource)) found[table] = await rowsOf(dataSource, table);
      return found;
    });

  it('becomes one like any other, with all that was in its tables, and free conversations in one of them', async () => {
    await asVersionBefore(old.url, ['bot']);
    await withDataSource(old.url, insertOldBotRows);
    const was = await everything();
    await open(botSchema);
    const is = await everything();
    const { voice_calls: calls, conversations: _, deliveries, migrations, ...others } = is;
    const { bot_key_fingerprints: keys, ...same } = others;
    // What a later migration has made is empty.
    for (const [table, found] of Object.entries(same)) {
      const rowsBefore = (was[table] ?? []) as object[];
      assert.deepEqual(
        found,
        rowsBefore.map((row) => ({ ...row, ...addedLater[table] })),
        table,
      );
    }
    assert.deepEqual(
      calls,
      (was.voice_calls as object[]).map((call) => ({ ...call, tokens: '[]', told: null })),
    );
    assert.deepEqual([deliveries, keys, migrations], [[], [], migrationNames(botSchema)]);
    const free = { version: 'carriedOver', awaits: null, holder: '', expires_at: at, updated_at: at };
    assert.deepEqual(
      (await rows('conversations')).toSorted((one, other) =>
        String(one.state) < String(other.state) ? 1 : -1,
      ),
      [
        { ...free, id: conversationKey('msteams', 'a:b/c'), state: '{}' },
        { ...free, id: conversationKey('directline', 'c1'), state: openConversation },
      ],
    );
    const shapes = await Promise.all([old, fresh].map(({ url }) => withDataSource(url, shapeOf)));
    assert.deepEqual(shapes[0], shapes[1]);
  });

  it('still tells of the links that conversations wait for, and keeps a STOP whose thread is long over', async () => {
    const parts = {
      ...{ secret: () => [testKey(7)], reachable: new Set(['directline']), clock: () => now },
      log: pino({ enabled: false }),
    };
    const before = await openStore(fresh.url, [botSchema]);
    const activity = {
      ...{ channelId: 'directline', serviceUrl: 'http://127.0.0.1', conversation: { id: 'c1' } },
      ...{ from: { id: 'me' }, recipient: { id: 'bot' } },
    };
    await new StoredAwaitedLinks({ ...parts, store: before }).note(
      { activity },
      { id: 'link', expiresAt: instant(now) },
    );
    await before.close();
    await asVersionBefore(old.url, ['bot']);
    await withDataSource(old.url, insertOldBotRows);
    await copyTables(fresh.url, old.url, ['awaited_links']);
    const store = await openStore(old.url, [botSchema]);
    try {
      const due = await new StoredAwaitedLinks({ ...parts, store }).due(5);
      assert.deepEqual(
        due.map(({ id, reference }) => [id, reference.conversation.id]),
        [['link', 'c1']],
      );
      const keptFor = { text: 'PT1H', milliseconds: 1 * hours };
      await deleteExpired(
        store,
        botExpiring({ RETENTION_CONVERSATIONS: keptFor }),
        new Date(now.getTime() + 2 * hours),
      );
    } finally {
      await store.close();
    }
    assert.deepEqual(
      (await rows('message_threads')).map(({ id }) => id),
      ['stopped'],
    );
    assert.deepEqual(await rows('conversations'), []);
  });

  it('is taken over by the half that opens it, beside the bank’s in the same database, one after the other', async () => {
    await asVersionBefore(old.url, ['bank', 'bot']);
    await withDataSource(old.url, insertOldBotRows);
    const names = () => withDataSource(old.url, migrationsOf);
    await open(bankSchema);
    const botsNames = (await names()).filter((name) => botFirstMigration.replaces.includes(name));
    assert.deepEqual(await names(), [...botsNames, ...migrationNames(bankSchema)]);
    assert.equal(botsNames.length, botFirstMigration.replaces.length);
    await open(botSchema);
    assert.deepEqual(await names(), migrationNames(bankSchema, botSchema));
  });

  it('is refused where either half is older still, and neither half is changed', async () => {
    await asVersionBefore(old.url, ['bank']);
    await asVersionBefore(old.url, ['bot'], 'OpenCases1764000150000');
    const was = await everything();
    const lacks = new RegExp(`older version.*not done: ${lastBefore.bot}\\)`);
    await assert.rejects(open(bankSchema, botSchema), lacks);
    assert.deepEqual(await everything(), was);
  });
});
