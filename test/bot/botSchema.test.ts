import assert from 'node:assert/strict';
import { DataSource } from 'typeorm';
import { botSchema } from '../../bot/botSchema.ts';
import { ActivityRows, ConversationRows } from '../../bot/channels/directLine/directLineTables.ts';
import { Turns1764000200000 } from '../../bot/turn/turnsMigration.ts';

const at = '2026-11-24T08:00:00.000Z';

describe("the bot's tables", () => {
  let dataSource: DataSource;

  beforeEach(async () => {
    dataSource = new DataSource({
      type: 'better-sqlite3',
      database: ':memory:',
      entities: botSchema.entities,
      migrations: Object.values(botSchema.migrations),
    });
    await dataSource.initialize();
    await dataSource.runMigrations();
  });
  afterEach(() => dataSource.destroy());

  it('are all that the entities say', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    assert.deepEqual(
      upQueries.map(({ query }) => query),
      [],
    );
  });

  it('go down and up again, to where five tables of turns became two', async () => {
    const migrations = Object.values(botSchema.migrations);
    const { entities } = botSchema;
    const after = migrations.slice(migrations.indexOf(Turns1764000200000) + 1);
    for (const _migration of after) await dataSource.undoLastMigration();
    await assert.rejects(dataSource.undoLastMigration(), /not in them any more/);
    const before = new DataSource({
      ...{ type: 'better-sqlite3', database: ':memory:', entities },
      migrations: migrations.filter((migration) => migration !== Turns1764000200000),
    });
    await before.initialize();
    try {
      await before.runMigrations();
      for (const _migration of before.migrations) await before.undoLastMigration();
      await before.runMigrations();
      assert.equal(await before.manager.count(ConversationRows), 0);
    } finally {
      await before.destroy();
    }
  });

  it('delete the activities with their conversation', async () => {
    const { manager } = dataSource;
    await manager.insert(ConversationRows, {
      id: 'c',
      userId: null,
      locale: null,
      createdAt: at,
      lastActivityAt: at,
    });
    await manager.insert(ActivityRows, {
      conversationId: 'c',
      number: 1,
      activity: '{}',
      clientActivityId: null,
      createdAt: at,
    });
    await manager.delete(ConversationRows, 'c');
    assert.equal(await manager.count(ActivityRows), 0);
  });

  it('keep one clientActivityID of a conversation once, and any number without', async () => {
    const { manager } = dataSource;
    await manager.insert(ConversationRows, {
      id: 'c',
      userId: null,
      locale: null,
      createdAt: at,
      lastActivityAt: at,
    });
    const insert = (number: number, clientActivityId: string | null) =>
      manager.insert(ActivityRows, {
        conversationId: 'c',
        number,
        activity: '{}',
        clientActivityId,
        createdAt: at,
      });
    await insert(1, null);
    await insert(2, null);
    await insert(3, 'x');
    await assert.rejects(insert(4, 'x'));
    await assert.rejects(insert(3, 'y'));
  });
});
