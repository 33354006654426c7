import assert from 'node:assert/strict';
import { DataSource } from 'typeorm';
import { botSchema } from '../../bot/botSchema.ts';
import { ActivityRows, DirectLineConversationRows } from '../../bot/channels/directLine/directLineTables.ts';
import { makesWhatEntitiesSay } from '../databases/makesWhatEntitiesSay.ts';

const at = '2026-11-24T08:00:00.000Z';

makesWhatEntitiesSay('the migrations of the bot’s side', botSchema);

describe("the bot's tables", () => {
  let dataSource: DataSource;

  beforeEach(async () => {
    dataSource = new DataSource({
      type: 'better-sqlite3',
      database: ':memory:',
      entities: botSchema.entities,
      migrations: botSchema.migrations,
    });
    await dataSource.initialize();
    await dataSource.runMigrations();
  });
  afterEach(() => dataSource.destroy());

  it('delete the activities with their conversation', async () => {
    const { manager } = dataSource;
    await manager.insert(DirectLineConversationRows, {
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
    await manager.delete(DirectLineConversationRows, 'c');
    assert.equal(await manager.count(ActivityRows), 0);
  });

  it('keep one clientActivityID of a conversation once, and any number without', async () => {
    const { manager } = dataSource;
    await manager.insert(DirectLineConversationRows, {
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
