import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { botTables } from '../../bot/botTables.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { liNa, wuMin } from '../services/testBank.ts';
import { Conversation } from './conversation.ts';
import { onDatabase } from './onDatabase.ts';
import { Thawline } from './thawline.ts';

onEachDatabase('the bot and the bank’s side in two processes', (empty) => {
  const here = onDatabase(empty, (settings) => Thawline.startedApart(settings));

  async function asksToUnfreeze({ number }: { number: string }): Promise<Conversation> {
    const conversation = await Conversation.with(here.thawline);
    assert.equal((await conversation.say(`unfreeze ${number}`))[0], 'cardStatus.frozen');
    await conversation.say('yes');
    return conversation;
  }
  const status = async (lastFour: string) => (await here.thawline.cards())[lastFour]?.status;

  it('unfreeze a card', async () => {
    const conversation = await asksToUnfreeze(liNa);
    await conversation.give('identityDocument', liNa.identityDocument);
    const [outcome] = await conversation.say(liNa.transactionPassword);
    assert.equal(outcome, 'outcome.unfrozen');
    assert.equal(await status('1114'), 'active');
  });

  it('log a line a turn, and what the bank’s side did for it under the same id', async () => {
    const lines = (log: string | undefined) =>
      (log ?? '').split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
    const turns = lines(here.thawline.bot.log).filter(({ msg }) => msg === 'a turn');
    const unfrozen = turns.find(({ said }) => said.includes('outcome.unfrozen'));
    assert.deepEqual([unfrozen.level, unfrozen.language, unfrozen.outcome], [30, 'en', 'answered']);
    const ids = turns.map(({ trace }) => trace);
    assert.equal(new Set(ids).size, ids.length, 'each turn has its own');
    // A process writes of a request once it is answered: here of one for each item.
    await here.thawline.processor?.logs('/information"', 2);
    const asked = lines(here.thawline.processor?.log).filter(({ trace }) => trace === unfrozen.trace);
    assert.ok(asked.some(({ route }) => String(route).endsWith('/information')));
  });

  it('keep nothing of the bank where the bot is', async () => {
    const data = join(here.thawline.folder, 'data');
    assert.ok(existsSync(join(data, 'thawline.db')));
    const dataSource = new DataSource({ type: 'better-sqlite3', database: join(data, 'thawline.db') });
    await dataSource.initialize();
    const tables: { name: string }[] = await dataSource.query(
      "SELECT name FROM sqlite_master WHERE type = 'table'",
    );
    await dataSource.destroy();
    const names = tables.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'));
    const ours = botTables.map(({ rows }) => rows.options.name);
    assert.deepEqual(names.sort(), [...ours, 'migrations'].sort());
    assert.ok(readdirSync(join(here.thawline.folder, 'bank/data')).includes('keys.json'));
  });

  it('say that there is trouble while the bank’s side is away, keep the question, and go on when it is back', async () => {
    const conversation = await Conversation.with(here.thawline);
    await conversation.say('check my card');
    await here.thawline.processor?.end('SIGKILL');
    const { status, body } = await here.thawline.call('GET', '/readyz');
    assert.deepEqual(
      [status, body.status],
      [200, 'degraded'],
      'else a sick processor would take every bot away',
    );
    assert.deepEqual(body.checks, { bank: 'failing', database: 'ok', keys: 'ok' });
    const refused = await conversation.send({ type: 'message', text: wuMin.number });
    assert.equal(refused.status, 503);
    assert.deepEqual(await conversation.say('agent'), ['agent', 'cardNumber.ask']);
    await here.thawline.processorUp();
    assert.equal((await conversation.say(wuMin.number))[0], 'cardStatus.noFrozenCard');
  });
});
