import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { auditCommand } from '../../cli/auditCommand.ts';
import { cardsCommand } from '../../cli/cardsCommand.ts';
import { keysCommand } from '../../cli/keysCommand.ts';
import { retentionCommand } from '../../cli/retentionCommand.ts';
import { run as runCommand } from '../../kit/command.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { copyTables } from '../databases/copyTables.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { rowsOf, withDataSource } from '../databases/dataSource.ts';
import { asVersionBefore, bankTablesBefore } from '../databases/versionBefore.ts';
import { asChainedAtOnceIn } from '../services/audit/asChainedAtOnce.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { liNa } from '../services/testBank.ts';
import { Conversation } from './conversation.ts';
import { type Settings, spawnIn } from './serviceProcess.ts';
import { type Ended, Thawline } from './thawline.ts';

const PROCESSOR_TOKEN = 'only-for-tests-and-long-enough-for-it';
const anyPort = { PORT: '0', PROCESSOR_PORT: '0', SECURE_FORM_PORT: '0', PROCESSOR_TOKEN };
const services = ['bot/main.ts', 'services/main.ts'];

type Program = (given: Parameters<typeof cardsCommand>[0]) => Command;

/** Every command that opens the database with keys. */
const commands: [program: Program, ...words: string[]][] = [
  [cardsCommand, 'list'],
  [cardsCommand, 'unfreezings'],
  [cardsCommand, 'import', 'none.csv'],
  [auditCommand, 'verify'],
  [keysCommand, 'rotate'],
  [keysCommand, 'rewrap'],
  [retentionCommand],
];

async function ends(program: Program, words: string[], settings: Settings): Promise<Ended> {
  const { terminal, said } = recordedTerminal();
  const given = { terminal, environment: () => settings, clock: () => new Date(), input: process.stdin };
  return { code: await runCommand(program(given), words, terminal), ...said };
}

/** What the bank's side rests on, by the names in the key file. */
const bankKeys = /it lacks the database’s auditKey, cardReferenceKey, fieldKeys, indexKey/;

onEachDatabase('a database', (empty) => {
  let database: EmptyDatabase;
  let thawline: Thawline;
  let keysFile: string;
  beforeEach(async () => {
    database = await empty();
    thawline = Thawline.installed({ DATABASE_URL: database.url, ...anyPort });
    keysFile = join(thawline.folder, 'data/keys.json');
  });
  afterEach(async () => {
    await thawline.close();
    await database.remove();
  });

  /** Runs until it has something to lose, and ends. */
  async function used(): Promise<void> {
    await thawline.up();
    const conversation = await Conversation.with(thawline);
    assert.equal((await conversation.say(`unfreeze ${liNa.number}`))[0], 'cardStatus.frozen');
    assert.equal(await thawline.down(), 0);
  }
  function otherKeys(): string {
    const other = join(thawline.folder, 'other.json');
    KeyRing.create(other, 'development');
    return other;
  }
  const run = (program: string, words: string[] = [], settings = {}) =>
    thawline.run(program, words, settings);
  const keys = async (word: string) => assert.equal((await run('cli/thawline.ts', ['keys', word])).code, 0);
  const settings = () => ({ DATABASE_URL: database.url, DATA_DIR: join(thawline.folder, 'data') });
  const verified = () => ends(auditCommand, ['verify'], settings());
  function isRefused(ended: Ended, reason: RegExp, what: string): void {
    assert.deepEqual({ code: ended.code, out: ended.out }, { code: 2, out: '' }, what + ended.err);
    assert.match(ended.err, reason, what);
  }

  it('refuses a start and every command with another’s keys, and is not touched by them', async function () {
    this.timeout(60_000);
    await used();
    const KEYS_FILE = otherKeys();
    const [before, keysBefore] = [await database.content(), readFileSync(KEYS_FILE)];
    for (const program of services) {
      const ended = await run(program, [], { KEYS_FILE });
      isRefused(ended, bankKeys, program);
      assert.match(ended.err, /other\.json.*KEYS_FILE/s);
    }
    for (const [program, ...words] of commands)
      isRefused(await ends(program, words, { ...settings(), KEYS_FILE }), bankKeys, words.join(' '));
    assert.ok((await database.content()).equals(before), 'the database is as it was');
    assert.deepEqual(readFileSync(KEYS_FILE), keysBefore, 'and so are the other keys');
    assert.equal((await verified()).code, 0);
    await thawline.up();
    const conversation = await Conversation.with(thawline);
    assert.equal((await conversation.say(`unfreeze ${liNa.number}`))[0], 'cardStatus.frozen');
  });

  it('refuses a start without its key file, which no new one takes the place of, until the file is back', async function () {
    this.timeout(60_000);
    await used();
    const copy = `${keysFile}.copy`;
    renameSync(keysFile, copy);
    const before = await database.content();
    isRefused(await run('bot/main.ts'), /keys\.json is not there.*your copy of it back/, 'the bot');
    for (const [program, ...words] of commands)
      isRefused(await ends(program, words, settings()), /keys\.json is not there/, words.join(' '));
    assert.equal(existsSync(keysFile), false);
    assert.ok((await database.content()).equals(before));
    renameSync(copy, keysFile);
    await thawline.up();
  });

  it('refuses another’s keys at the first start after a version that recorded none, and records its own then', async function () {
    this.timeout(60_000);
    await used();
    await asChainedAtOnceIn(database.url, keysFile);
    // What this version has anchored meanwhile is not what that one would have.
    rmSync(join(thawline.folder, 'data/audit-anchors.jsonl'));
    const old = await empty();
    const DATABASE_URL = old.url;
    await asVersionBefore(DATABASE_URL, ['bank', 'bot']);
    await copyTables(database.url, DATABASE_URL, bankTablesBefore);
    const counted = (...tables: string[]) =>
      withDataSource(DATABASE_URL, async (dataSource) => {
        const found = [];
        for (const table of tables) found.push((await rowsOf(dataSource, table)).length);
        return found;
      });
    const fingerprints = ['bank_key_fingerprints', 'bot_key_fingerprints'];
    const entries = await counted('audit_entries');
    const ended = await run('bot/main.ts', [], { DATABASE_URL, KEYS_FILE: otherKeys() });
    isRefused(ended, /auditKey, fieldKeys\./, 'another’s');
    assert.deepEqual(await counted('audit_entries', ...fingerprints), [...entries, 0, 0]);
    await thawline.up({ DATABASE_URL });
    assert.deepEqual(await counted(...fingerprints), [4, 1]);
    assert.equal(await thawline.down(), 0);
    const verified = await ends(auditCommand, ['verify'], { ...settings(), DATABASE_URL });
    assert.equal(verified.code, 0, verified.out + verified.err);
    await old.remove();
  });

  it('keeps nothing of a key by which the key could be known', async () => {
    await used();
    const content = (await database.content()).toString('latin1');
    for (const [, secret = ''] of readFileSync(keysFile, 'utf8').matchAll(/"([\w-]{43})"/g))
      for (const form of ['base64url', 'base64', 'hex', 'latin1'] as const)
        assert.ok(!content.includes(Buffer.from(secret, 'base64url').toString(form)));
  });

  it('knows its keys after they were rotated and rewrapped beside a running service, and no old copy of them', async function () {
    this.timeout(60_000);
    await thawline.up();
    const before = `${keysFile}.before`;
    copyFileSync(keysFile, before);
    await keys('rotate');
    const between = `${keysFile}.between`;
    copyFileSync(keysFile, between);
    const conversation = await Conversation.with(thawline);
    await conversation.say(`unfreeze ${liNa.number}`);
    assert.equal((await fetch(`${thawline.url}/readyz`)).status, 200);
    const list = (KEYS_FILE: string) => ends(cardsCommand, ['list'], { ...settings(), KEYS_FILE });
    isRefused(await list(before), /it lacks the database’s fieldKeys\./, 'a copy of before the rotation');
    await keys('rewrap');
    for (const word of ['rotate', 'rewrap'])
      assert.equal((await ends(keysCommand, [word], settings())).code, 0);
    assert.equal((await fetch(`${thawline.url}/readyz`)).status, 200);
    assert.equal(await thawline.down(), 0);
    for (const copy of [before, between])
      isRefused(await list(copy), /lacks the database’s fieldKeys\./, copy);
    await thawline.up();
    assert.equal((await verified()).code, 0);
  });

  it('lets processes that start at once on an empty one all live, with one set of keys', async () => {
    const started = Array.from({ length: 3 }, () => {
      const child = spawnIn(thawline.folder, 'services/main.ts', [], {
        DATABASE_URL: database.url,
        ...anyPort,
      });
      return new Promise<{ ready: boolean; said: string; end: () => void }>((resolve) => {
        let said = '';
        const end = () => child.kill('SIGKILL');
        const hear = (text: Buffer) => {
          said += text;
          if (/processor is ready/.test(said)) resolve({ ready: true, said, end });
        };
        child.stdout?.on('data', hear);
        child.stderr?.on('data', hear);
        child.once('close', () => resolve({ ready: false, said, end }));
      });
    });
    const all = await Promise.all(started);
    for (const { end } of all) end();
    for (const { ready, said } of all) assert.ok(ready, said);
    const { code, err } = await verified();
    assert.deepEqual({ code, err }, { code: 0, err: '' });
  });

  it('answers nobody and writes nothing while a running service has another’s keys, says so once, and goes on with its own', async () => {
    await thawline.up();
    const conversation = await Conversation.with(thawline);
    assert.equal((await conversation.say(`unfreeze ${liNa.number}`))[0], 'cardStatus.frozen');
    const own = readFileSync(keysFile);
    const ready = async () => (await fetch(`${thawline.url}/readyz`)).status;
    // An entry that is chained meanwhile stands in the one table or the other, and counts once.
    const audited = () =>
      withDataSource(database.url, async (source) => {
        const rows = [...(await rowsOf(source, 'audit_tail')), ...(await rowsOf(source, 'audit_entries'))];
        return new Set(rows.map(({ id }) => id)).size;
      });
    for (const wrong of [readFileSync(otherKeys()), Buffer.from('{'), undefined]) {
      const before = await audited();
      if (wrong) writeFileSync(keysFile, wrong);
      else rmSync(keysFile);
      assert.equal((await conversation.send({ type: 'message', text: 'yes' })).status, 503);
      assert.equal((await thawline.call('POST', '/webchat/token')).status, 503);
      assert.deepEqual([await ready(), await ready()], [503, 503]);
      assert.equal((await fetch(`${thawline.url}/healthz`)).status, 200);
      assert.equal(await audited(), before);
      writeFileSync(keysFile, own, { mode: 0o600 });
      assert.equal(await ready(), 200);
    }
    const said = thawline.failures
      .split('\n')
      .filter((line) => line.includes('the service answers and writes nothing'));
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /it lacks the database’s/);
    assert.deepEqual(await conversation.say('yes'), ['identityDocument.ask']);
    assert.equal((await verified()).code, 0);
  });
});

describe('a bot apart from the bank’s side', () => {
  it('does not start with another’s keys on its own database, nor without its key file', async function () {
    this.timeout(60_000);
    const apart = await Thawline.startedApart();
    try {
      const conversation = await Conversation.with(apart);
      await conversation.say('hello');
      assert.equal(await apart.down(), 0);
      const data = join(apart.folder, 'data');
      KeyRing.create(join(data, 'other.json'), 'development');
      const database = () => readFileSync(join(data, 'thawline.db'));
      const before = database();
      const settings = { DATA_DIR: data, PROCESSOR_URL: 'http://127.0.0.1:1', ...anyPort };
      const wrong = await apart.run('bot/main.ts', [], { ...settings, KEYS_FILE: join(data, 'other.json') });
      assert.deepEqual([wrong.code, wrong.out], [2, '']);
      assert.match(wrong.err, /it lacks the database’s webChatTokenKey/);
      rmSync(join(data, 'keys.json'));
      const lost = await apart.run('bot/main.ts', [], settings);
      assert.deepEqual([lost.code, lost.out], [2, '']);
      assert.match(lost.err, /keys\.json is not there/);
      assert.ok(database().equals(before));
    } finally {
      await apart.close();
    }
  });
});
