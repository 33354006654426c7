import assert from 'node:assert/strict';
import { join } from 'node:path';
import { emptyPostgres } from '../databases/postgres.ts';
import { liNa } from '../services/testBank.ts';
import { Conversation } from './conversation.ts';
import { ServiceProcess } from './serviceProcess.ts';
import { Thawline } from './thawline.ts';

describe('two processes that start with the demo bank on one PostgreSQL at once', () => {
  it('both live, and there is one demo bank', async () => {
    const database = await emptyPostgres();
    const thawline = Thawline.installed({ DATABASE_URL: database.url });
    const second = new ServiceProcess({
      folder: thawline.folder,
      program: 'bot/main.ts',
      ready: /^Thawline is ready\. Chat: (\S+)\/ Telephone/,
    });
    try {
      const settings = { DATABASE_URL: database.url, PORT: '0' };
      await Promise.all([
        thawline.bot.up({ ...settings, AUDIT_ANCHORS: join(thawline.folder, 'one.jsonl') }),
        second.up({ ...settings, AUDIT_ANCHORS: join(thawline.folder, 'two.jsonl') }),
      ]);
      const cards = await thawline.cards();
      assert.ok(Object.keys(cards).length > 5);
      for (const url of [thawline.url, second.url]) assert.equal((await fetch(`${url}/readyz`)).status, 200);
      const conversation = await Conversation.with(thawline);
      assert.deepEqual(await conversation.say(liNa.number), [
        'cardStatus.frozen',
        'instructions.both',
        'unfreeze.confirm',
      ]);
    } finally {
      await second.end('SIGKILL');
      await thawline.close();
      await database.remove();
    }
  }).timeout(60_000);
});
