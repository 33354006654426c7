import assert from 'node:assert/strict';
import { keyedBot } from '../../bot/keyedBot.ts';
import { SharedCountRows } from '../../bot/limits/sharedCountsTable.ts';
import { keysCommand } from '../../cli/keysCommand.ts';
import { migrateCommand } from '../../cli/migrateCommand.ts';
import { run } from '../../kit/command.ts';
import { openStore } from '../../kit/store/openStore.ts';
import { asItIs, migrationsOf } from '../../kit/store/schema.ts';
import type { Store } from '../../kit/store/store.ts';
import { keyedBank } from '../../services/keyedBank.ts';
import { AuditTail } from '../../services/tables/auditEntry.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { anOperator } from '../services/anOperator.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { openTestBank } from '../services/testBank.ts';

const names = migrationsOf(keyedBot.schema);
const [last = '', before = ''] = names.toReversed();

onEachDatabase('thawline migrate', (empty) => {
  let database: EmptyDatabase;
  beforeEach(async () => {
    database = await empty();
  });
  afterEach(() => database.remove());

  const clock = () => new Date('2026-11-29T08:00:00.000Z');
  let more: NodeJS.ProcessEnv = {};
  async function migrate(...words: string[]) {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: database.url, ...more });
    const code = await run(
      migrateCommand({ terminal, environment, clock, operator: anOperator }),
      words,
      terminal,
    );
    return { code, ...said };
  }
  async function inside(work: (store: Store) => Promise<unknown>): Promise<void> {
    const store = await openStore(database.url, [asItIs(keyedBot.schema)]);
    await work(store);
    await store.close();
  }
  const runs = (name: string) =>
    inside((store) =>
      store.transaction([], (manager) =>
        manager.query(`INSERT INTO migrations (timestamp, name) VALUES (1900000000000, '${name}')`),
      ),
    );
  const counts = () =>
    inside((store) =>
      store.transaction([], (manager) =>
        manager.insert(SharedCountRows, { id: 'one', subject: 'all', begun: 'a', until: 'b', count: 1 }),
      ),
    );
  const standing = async (name: string) =>
    new RegExp(`^${name} +(.+)$`, 'm').exec((await migrate('status')).out)?.[1]?.trim();

  it('makes the tables of a half where there are none, once', async () => {
    assert.deepEqual(await migrate('status'), { code: 0, out: 'there is no table of Thawline\n', err: '' });
    assert.equal((await migrate('up')).code, 2);
    assert.equal((await migrate('up', '--half', 'bot')).out, `made: ${names.join(', ')}\n`);
    assert.equal((await migrate('up')).out, 'nothing is due\n');
    for (const name of names) assert.equal(await standing(name), 'done');
  });

  it('takes back what holds nothing, and makes it again', async () => {
    await migrate('up', '--half', 'bot');
    const { code, out } = await migrate('down', '--to', before);
    assert.deepEqual([code, out], [0, `taken back: ${last}\n`]);
    assert.deepEqual([await standing(before), await standing(last)], ['done', 'due']);
    assert.equal((await migrate('down', '--to', before)).out, 'nothing came after it\n');
    assert.equal((await migrate('up')).out, `made: ${last}\n`);
  });

  it('refuses to lose what stands there, says what that is, and does it where it is told to', async () => {
    await migrate('up', '--half', 'bot');
    await counts();
    const made = names.indexOf('BotSharedCounts1795905000000');
    const to = names[made - 1] ?? '';
    const { code, err } = await migrate('down', '--to', to);
    assert.equal(code, 2);
    assert.match(err, /would lose shared_counts \(in 1 rows\)/);
    assert.equal(await standing(last), 'done', 'nothing is taken back then');
    assert.equal((await migrate('down', '--to', to, '--lose')).code, 0);
    assert.equal(await standing('BotSharedCounts1795905000000'), 'due');
  });

  it('tells what a newer version has added from what it has taken away, and takes neither back', async () => {
    await migrate('up', '--half', 'bot');
    await runs('BotSomethingAdded1900000000000');
    await runs('BotContractSomething1900000000000');
    assert.equal(await standing('BotSomethingAdded1900000000000'), 'newer, adds');
    assert.match(String(await standing('BotContractSomething1900000000000')), /^newer, takes away/);
    const { code, err } = await migrate('down', '--to', before);
    assert.equal(code, 2);
    assert.match(err, /only the version that has made Bot\w+ can undo it/);
  });

  it('stands in the audit trail with who did it, and says so where there is no key to write it with', async () => {
    const bank = await openTestBank({ customers: [], empty: async () => database });
    const [newest = '', earlier = ''] = migrationsOf(keyedBank.schema).toReversed();
    await bank.store.close();
    more = { KEYS_FILE: bank.keysFile };
    assert.equal((await migrate('down', '--to', earlier, '--lose')).out, `taken back: ${newest}\n`);
    const { out, err } = await migrate('up', '--half', 'bank', '--reason', 'ticket 7');
    assert.deepEqual([out, err], [`made: ${newest}\n`, '']);
    const store = await openStore(database.url, [asItIs(keyedBank.schema)]);
    const rows = await store.read((manager) => manager.find(AuditTail, { order: { at: 'ASC' } }));
    await store.close();
    const acts = rows.filter(({ action }) => action.startsWith('tables'));
    assert.deepEqual(acts.map(({ action }) => action).sort(), ['tablesMade', 'tablesTakenBack']);
    for (const { action, details } of acts)
      assert.deepEqual(
        [JSON.parse(details).who, JSON.parse(details).why],
        ['liming', action === 'tablesMade' ? 'ticket 7' : null],
      );
    more = { KEYS_FILE: '/nowhere/keys.json' };
    await migrate('down', '--to', earlier, '--lose');
    assert.match((await migrate('up', '--half', 'bank')).err, /^not in the audit trail: /);
    more = {};
  });

  it('knows no migration that is none, nor one that was not run', async () => {
    await migrate('up', '--half', 'bot');
    assert.match((await migrate('down', '--to', 'BotNothing')).err, /knows no migration/);
    await migrate('down', '--to', before);
    assert.match((await migrate('down', '--to', last)).err, /has not run/);
  });
});

onEachDatabase('a key that is rewrapped by an older version than the database', (empty) => {
  it('stays: the newer one may have sealed in columns that nobody here knows', async () => {
    const bank = await openTestBank({ customers: [], empty });
    await bank.store.transaction([], (manager) =>
      manager.query(
        "INSERT INTO migrations (timestamp, name) VALUES (1900000000000, 'BankMore1900000000000')",
      ),
    );
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile });
    const code = await run(keysCommand({ terminal, environment, clock: bank.now }), ['rewrap'], terminal);
    await bank.close();
    assert.equal(code, 2);
    assert.match(said.err, /a newer version has made BankMore1900000000000/);
  });
});
