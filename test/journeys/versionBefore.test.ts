import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { botSchema } from '../../bot/botSchema.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { copyTables } from '../databases/copyTables.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { insertRows, migrationNames, migrationsOf, rowsOf, withDataSource } from '../databases/dataSource.ts';
import { insertOldBotRows } from '../databases/oldBotRows.ts';
import { asVersionBefore, bankTablesBefore, openConversation } from '../databases/versionBefore.ts';
import { asChainedAtOnceIn } from '../services/audit/asChainedAtOnce.ts';
import { zhaoLei } from '../services/testBank.ts';
import { Conversation } from './conversation.ts';
import { spawnIn } from './serviceProcess.ts';
import { Thawline } from './thawline.ts';

const webChat = ['direct_line_conversations', 'direct_line_activities'];

onEachDatabase('a database of the version before', (empty) => {
  let old: EmptyDatabase;
  let now: EmptyDatabase;
  let thawline: Thawline;
  before(async () => {
    [old, now] = [await empty(), await empty()];
    thawline = Thawline.installed();
  });
  after(async () => {
    await thawline.close();
    await Promise.all([old.remove(), now.remove()]);
  });

  it('refuses a start where it is older still, with what to do, and takes over nothing', async () => {
    const older = await empty();
    await asVersionBefore(older.url, ['bank', 'bot'], 'TurnLeases1764000130000');
    const was = await withDataSource(older.url, migrationsOf);
    const { code, err } = await thawline.run('bot/main.ts', [], { DATABASE_URL: older.url, PORT: '0' });
    assert.equal(code, 1);
    assert.match(
      err,
      /^Thawline cannot start\.\ncannot open the database .*start that version on this database once/,
    );
    assert.deepEqual(await withDataSource(older.url, migrationsOf), was);
    await older.remove();
  });

  it('is started on, goes on with its cards and its audit trail, and an open conversation hears that it begins afresh', async () => {
    await thawline.up({ DATABASE_URL: now.url });
    const conversation = await Conversation.with(thawline);
    await conversation.say(`unfreeze ${zhaoLei.number}`);
    await thawline.down();
    await asChainedAtOnceIn(now.url, join(thawline.folder, 'data/keys.json'));
    // What this version has anchored meanwhile is not what that one would have.
    rmSync(join(thawline.folder, 'data/audit-anchors.jsonl'));
    await asVersionBefore(old.url, ['bank', 'bot']);
    await copyTables(now.url, old.url, [...bankTablesBefore, ...webChat]);
    const { conversationId } = conversation.started;
    const key = `directline/conversations/${conversationId}/`;
    const state = { key, value: openConversation, e_tag: 'e', updated_at: new Date().toISOString() };
    const trail = await withDataSource(old.url, async (dataSource) => {
      await insertRows(dataSource, 'conversation_states', [state]);
      return rowsOf(dataSource, 'audit_entries');
    });

    await thawline.up({ DATABASE_URL: old.url });
    await conversation.answers();
    assert.deepEqual((await conversation.say('yes')).slice(0, 1), ['begunAfresh']);
    assert.equal((await conversation.say(`unfreeze ${zhaoLei.number}`))[0], 'cardStatus.frozen');
    await conversation.say('yes');
    const [outcome] = await conversation.give('transactionPassword', zhaoLei.transactionPassword);
    assert.equal(outcome, 'outcome.unfrozen');
    await thawline.down();
    const kept = await withDataSource(old.url, (dataSource) => rowsOf(dataSource, 'audit_entries'));
    for (const entry of trail) assert.ok(kept.some(({ hash }) => hash === entry.hash));
    const verified = await thawline.run('cli/thawline.ts', ['audit', 'verify'], { DATABASE_URL: old.url });
    assert.deepEqual([verified.code, verified.err], [0, '']);
  });

  it('is taken over once where several processes open it at the same moment', async () => {
    const shared = await empty();
    await asVersionBefore(shared.url, ['bank', 'bot']);
    await withDataSource(shared.url, insertOldBotRows);
    const ended = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const child = spawnIn('.', 'test/journeys/openBothHalves.ts', [], { DATABASE_URL: shared.url });
        assert.ok(child.stderr);
        return text(child.stderr);
      }),
    );
    assert.deepEqual(ended, ['', '', '']);
    const [names, conversations] = await withDataSource(shared.url, async (dataSource) => [
      await migrationsOf(dataSource),
      await rowsOf(dataSource, 'conversations'),
    ]);
    assert.deepEqual(names.toSorted(), migrationNames(bankSchema, botSchema).toSorted());
    assert.equal(conversations.length, 2);
    await shared.remove();
  });
});
