import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Carrier } from '../../demo/carrier.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';
import type { ListedCard } from '../../services/cardSystem/cardLookup.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { harbour } from '../brand/harbour.ts';
import { Conversation } from '../journeys/conversation.ts';
import { Thawline } from '../journeys/thawline.ts';
import { liNa } from '../services/testBank.ts';
import { demoTopics } from '../topics/demoTopics.ts';

describe('npm start', () => {
  let thawline: Thawline;
  before(async () => {
    thawline = Thawline.installed();
    writeFileSync(join(thawline.folder, '.env'), 'DATA_DIR=elsewhere\n');
    await thawline.up();
  });
  after(() => thawline.close());

  it('says in one line on standard output where the chat is, and serves it', async () => {
    assert.match(thawline.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await fetch(`${thawline.url}/readyz`)).status, 200);
    assert.match(await (await fetch(thawline.url)).text(), /<title>/);
  });

  it('takes settings from .env, and lets nobody else on the machine read the keys', () => {
    assert.equal(statSync(join(thawline.folder, 'elsewhere/keys.json')).mode & 0o777, 0o600);
    assert.equal(statSync(join(thawline.folder, 'elsewhere')).mode & 0o777, 0o700);
  });

  it('refuses a second bot on the same SQLite file, while an operator’s commands go on beside the first', async () => {
    const { code, out, err } = await thawline.run('bot/main.ts', [], { PORT: '0' });
    assert.deepEqual([code, out], [1, '']);
    assert.match(
      err,
      /^Thawline cannot start\.\ncannot open the database .*: another bot works on it \(several bots need PostgreSQL\)\n$/,
    );
    assert.equal((await thawline.run('cli/thawline.ts', ['cards', 'list', '--json'])).code, 0);
    assert.equal((await fetch(`${thawline.url}/readyz`)).status, 200);
  });

  it('ends with 0 when it is told to, and goes on with the same data', async () => {
    const started = await thawline.start();
    await thawline.say(started, 'hello');
    const before = await thawline.activities(started);
    const text = (body: string) => {
      const { sid: accountSid, token } = developmentAccount;
      return new Carrier({ accountSid, token, publicUrl: () => thawline.url }).text('+12025550101', body);
    };
    assert.match(String((await text('hello')).replies), /1 Check a card/);
    assert.equal(await thawline.down(), 0);
    await thawline.up();
    assert.deepEqual(await thawline.activities(started), before);
    assert.match(String((await text('1')).replies), /card number/, 'what was offered before is chosen now');
    assert.match(await (await fetch(`${thawline.url}/metrics`)).text(), /thawline_redactions_undone/);
  });
});

describe('npm start, where no folder for compiled code is named', () => {
  it('keeps what it has compiled for the next start, where nobody else can change it', async () => {
    const thawline = await Thawline.started({ NODE_COMPILE_CACHE: '' });
    try {
      assert.equal(await thawline.down(), 0);
      const compiled = join(thawline.folder, 'data/compiled');
      assert.equal(statSync(compiled).mode & 0o777, 0o700);
      assert.ok(readdirSync(compiled, { recursive: true }).length > 100, 'each module that was loaded');
      await thawline.up();
      assert.equal((await fetch(`${thawline.url}/readyz`)).status, 200);
    } finally {
      await thawline.close();
    }
  });
});

describe('npm start, where it cannot', () => {
  let thawline: Thawline;
  beforeEach(() => {
    thawline = Thawline.installed();
  });
  afterEach(() => thawline.close());

  const starts = (settings: Record<string, string> = {}) =>
    thawline.run('bot/main.ts', [], { PORT: '0', ...settings });

  it('names a port that another program has, with exit code 2', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, out, err } = await starts({ PORT: String(port) });
    other.close();
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, new RegExp(`^Thawline cannot start\\.\n.*port ${port}: another program listens there`));
    assert.equal(err.split('\n').length, 3, 'two lines, and no stack');
  });

  it('names every wrong setting at once, with exit code 2', async () => {
    const { code, err } = await starts({ PORT: 'seven', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' });
    assert.equal(code, 2);
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL'])
      assert.match(err, new RegExp(`^${name}: `, 'm'));
    assert.doesNotMatch(err, /seven|loud|mysql/);
  });

  it('refuses development keys in production, and takes those that `npx thawline keys` has made', async () => {
    const production = {
      NODE_ENV: 'production',
      KEYS_FILE: join(thawline.folder, 'secret/keys.json'),
      BRAND_FILE: harbour,
      TOPICS_DIR: demoTopics,
      PUBLIC_URL: 'https://bank.example',
    };
    KeyRing.create(join(thawline.folder, 'development.json'), 'development');
    const development = await starts({ ...production, KEYS_FILE: 'development.json' });
    assert.equal(development.code, 2);
    assert.match(development.err, /it holds development keys/);
    assert.equal((await thawline.run('cli/thawline.ts', ['keys', 'create'], production)).code, 0);
    await thawline.up(production);
    assert.equal(thawline.url, 'https://bank.example');
    const cards = await thawline.run('cli/thawline.ts', ['cards', 'list', '--json'], production);
    assert.deepEqual([cards.code, JSON.parse(cards.out)], [0, []], 'no demo bank');
  });

  it('refuses a key file that is not mounted yet, in production, and makes none in its place', async () => {
    const KEYS_FILE = join(thawline.folder, 'secret/keys.json');
    const own = { BRAND_FILE: harbour, TOPICS_DIR: demoTopics, PUBLIC_URL: 'https://bank.example' };
    const { code, err } = await starts({ NODE_ENV: 'production', KEYS_FILE, ...own });
    assert.equal(code, 2);
    assert.match(err, /^KEYS_FILE: there is no key file \S+; put your copy of it back/m);
    assert.ok(!existsSync(KEYS_FILE));
  });

  it('names a database file that is none, with exit code 1, and leaves it as it is', async () => {
    const file = join(thawline.folder, 'bank.db');
    writeFileSync(file, 'this is no database at all, whatever it is called. '.repeat(99));
    const before = readFileSync(file, 'utf8');
    const { code, out, err } = await starts({ DATABASE_URL: `sqlite:${file}` });
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(err, /^Thawline cannot start\.\ncannot open the database .*bank\.db: /);
    assert.equal(err.split('\n').length, 3, 'two lines, and no stack');
    assert.equal(readFileSync(file, 'utf8'), before);
  });

  it('names certificate files that are not there, with exit code 2', async () => {
    const elsewhere = { PROCESSOR_URL: 'https://127.0.0.1:1', PROCESSOR_TLS_CA: '/none/ca' };
    const { code, err } = await starts({
      ...elsewhere,
      PROCESSOR_TOKEN: 'only-for-tests-and-long-enough-for-it',
    });
    assert.equal(code, 2);
    assert.match(err, /^PROCESSOR_TLS_CA: \/none\/ca cannot be read \(ENOENT\)$/m);
  });

  it('names a key file that cannot be used, with exit code 2, and never replaces it', async () => {
    const file = join(thawline.folder, 'keys.json');
    writeFileSync(file, '{"purpose":"production","indexKey":"c2VjcmV0"}', { mode: 0o600 });
    const { code, err } = await starts({ KEYS_FILE: file });
    assert.equal(code, 2);
    assert.match(err, /keys\.json/);
    assert.doesNotMatch(err, /c2VjcmV0/);
    assert.match(readFileSync(file, 'utf8'), /c2VjcmV0/);
  });
});

describe('npx thawline cards', () => {
  let thawline: Thawline;
  before(async () => {
    thawline = await Thawline.started();
  });
  after(() => thawline.close());
  const cards = (...words: string[]) => thawline.run('cli/thawline.ts', ['cards', ...words]);

  it('works beside the running service', async () => {
    const { card } = (await thawline.cards())['1114'] ?? {};
    const { code, out } = await cards('freeze', card ?? '', 'judicialOrder');
    assert.deepEqual([code, out], [0, 'frozen: judicialOrder\n']);
    const listed: ListedCard[] = JSON.parse((await cards('list', '--json')).out);
    assert.ok(listed.find(({ last4 }) => last4 === '1114')?.freezeReasons.includes('judicialOrder'));
  });

  it('explains itself, and answers wrong use with 2', async () => {
    const help = await cards('--help');
    assert.equal(help.code, 0);
    assert.match(help.out, /list[\s\S]*freeze[\s\S]*release/);
    assert.equal((await cards('freeze', 'card_x', 'boredom')).code, 2);
    assert.equal((await cards('melt')).code, 2);
  });
});

describe('npx thawline keys', () => {
  let thawline: Thawline;
  before(async () => {
    thawline = await Thawline.started();
  });
  after(() => thawline.close());
  const keys = (word: string) => thawline.run('cli/thawline.ts', ['keys', word]);

  it('rotates and rewraps beside the running service, in the middle of an authentication', async () => {
    const conversation = await Conversation.with(thawline);
    await conversation.say(`unfreeze ${liNa.number}`);
    await conversation.say('yes');
    await conversation.give('identityDocument', liNa.identityDocument);
    assert.equal((await keys('rotate')).code, 0);
    const { code, out } = await keys('rewrap');
    assert.equal(code, 0);
    assert.match(out, /^rewrapped 24 rows; the older keys are destroyed/);
    const [outcome] = await conversation.give('transactionPassword', liNa.transactionPassword);
    assert.equal(outcome, 'outcome.unfrozen');
  });
});
