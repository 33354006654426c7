import assert from 'node:assert/strict';
import { botSchema } from '../../bot/botSchema.ts';
import { MissedSentenceRows } from '../../bot/events/missedSentencesTable.ts';
import { missedCommand } from '../../cli/missedCommand.ts';
import { run } from '../../kit/command.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { openTestStore } from '../databases/openTestStore.ts';

onEachDatabase('thawline understand missed', (empty) => {
  it('prints what is kept, the newest first, and with --json where it was said', async () => {
    const database = await empty();
    try {
      const store = await openTestStore(database.url, [botSchema]);
      const row = { channel: 'webChat', step: 'cardNumber', language: 'en' };
      await store.transaction([], async (manager) => {
        await manager.insert(MissedSentenceRows, [
          { ...row, id: '1', at: '2026-03-01T10:00:00.000Z', words: 'can it fly' },
          { ...row, id: '2', at: '2026-03-02T10:00:00.000Z', words: '我想要蓝色的', language: 'zh-Hans' },
        ]);
      });
      await store.close();
      const prints = async (options: string[]) => {
        let out = '';
        const terminal = { out: (text: string) => (out += text), err: assert.fail };
        const environment = () => ({ DATABASE_URL: database.url });
        assert.equal(await run(missedCommand({ terminal, environment }), options, terminal), 0);
        return out;
      };
      assert.equal(await prints([]), 'zh-Hans  我想要蓝色的\nen  can it fly\n');
      const [newest] = JSON.parse(await prints(['--json']));
      assert.deepEqual(newest, {
        ...{ at: '2026-03-02T10:00:00.000Z', language: 'zh-Hans', channel: 'webChat', step: 'cardNumber' },
        words: '我想要蓝色的',
      });
    } finally {
      await database.remove();
    }
  });
});
