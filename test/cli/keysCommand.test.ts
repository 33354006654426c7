import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IsNull, Not } from 'typeorm';
import { botSchema } from '../../bot/botSchema.ts';
import { keyedBot } from '../../bot/keyedBot.ts';
import { auditCommand } from '../../cli/auditCommand.ts';
import { keysCommand } from '../../cli/keysCommand.ts';
import { run } from '../../kit/command.ts';
import { readSettings } from '../../kit/readSettings.ts';
import { hours } from '../../kit/time.ts';
import { bankSettings, bankSettingsShape } from '../../services/bankSettings.ts';
import { openInstallation } from '../../services/installation/openInstallation.ts';
import { openKeyRing } from '../../services/keeping/openKeys.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { BankKeyFingerprints } from '../../services/tables/bankKeyFingerprint.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { trailOf } from '../services/audit/trailOf.ts';
import { TransitService } from '../services/keeping/transitService.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { openTestBank, type TestBank, zhaoLei } from '../services/testBank.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

describe('thawline keys', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'keys', 'keys.json');
  });
  afterEach(() => folder.remove());

  async function keys(words: string[], settings: NodeJS.ProcessEnv = { KEYS_FILE: file }) {
    const { terminal, said } = recordedTerminal();
    const code = await run(
      keysCommand({ terminal, environment: () => settings, clock: () => new Date() }),
      words,
      terminal,
    );
    return { code, ...said };
  }
  const open = () => KeyRing.open(file, { clock: () => new Date(), production: true });

  it('makes a key file that production accepts, for its owner alone', async () => {
    assert.throws(open, { code: 'settingsInvalid' });
    const { code, out, err } = await keys(['create']);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.equal(
      out,
      `made ${file}: keep a copy in a safe place, for without it the database cannot be read\n`,
    );
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(statSync(join(folder.path, 'keys')).mode & 0o777, 0o700);
    assert.deepEqual(readdirSync(join(folder.path, 'keys')), ['keys.json']);
    assert.ok(open().fieldKey);
  });

  it('says nothing of what is in the file', async () => {
    const { out } = await keys(['create']);
    const { fieldKeys, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
    const secrets = [
      fieldKeys[0].key,
      rest.indexKey,
      rest.cardReferenceKey,
      rest.auditKey,
      rest.webChatTokenKey,
    ];
    assert.equal(new Set(secrets).size, 5);
    for (const secret of secrets) assert.ok(!out.includes(secret));
  });

  it('never overwrites what is there: keys for production, keys that a database rests on, or anything', async () => {
    const creates = async () => {
      const { code, out, err } = await keys(['create']);
      assert.deepEqual({ code, out }, { code: 1, out: '' });
      return err;
    };
    await keys(['create']);
    const production = readFileSync(file, 'utf8');
    assert.match(await creates(), /keys\.json cannot be used: there is one already/);
    assert.equal(readFileSync(file, 'utf8'), production);
    const development = production.replace('"production"', '"development"');
    for (const content of [development, 'a letter']) {
      writeFileSync(file, content);
      await creates();
      assert.equal(readFileSync(file, 'utf8'), content);
    }
  });

  it('makes a closed one where a transit service keeps the keys, and closes one that is there', async () => {
    const service = await TransitService.started();
    try {
      const tokenFile = join(folder.path, 'token');
      writeFileSync(tokenFile, service.token);
      const transit = { KEYS_TRANSIT_URL: service.url, KEYS_TRANSIT_TOKEN_FILE: tokenFile };
      const closed = join(folder.path, 'closed.json');
      const made = await keys(['create'], { ...transit, KEYS_FILE: closed });
      assert.equal(made.code, 0, made.err);
      assert.match(readFileSync(closed, 'utf8'), /"wrapped": "vault:v1:/);
      await keys(['create']);
      const [field] = open().fingerprints(['fieldKeys']);
      const none = await keys(['wrap']);
      assert.deepEqual([none.code, none.out], [2, '']);
      assert.match(none.err, /KEYS_TRANSIT_URL: must name the transit service/);
      const given = { ...transit, KEYS_FILE: file, DATABASE_URL: `sqlite:${join(folder.path, 'none.db')}` };
      const wrapped = await keys(['wrap'], given);
      assert.equal(wrapped.code, 0, wrapped.err);
      assert.match(wrapped.out, /destroy every copy that is not/);
      assert.ok(!readFileSync(file, 'utf8').includes('fieldKeys'));
      assert.throws(open, { code: 'keysUnusable', message: /KEYS_TRANSIT_URL must name that/ });
      const settings = bankSettings(readSettings(bankSettingsShape, { ...given, NODE_ENV: 'production' }));
      const ring = await openKeyRing(settings, () => new Date());
      assert.deepEqual(ring.fingerprints(['fieldKeys']), [field]);
      service.mood = 403;
      assert.equal((await keys(['wrap'], given)).code, 1);
      assert.equal(statSync(file).mode & 0o777, 0o600);
    } finally {
      await service.close();
    }
  });

  it('names a place where no file can be', async () => {
    const { code, err } = await keys(['create'], { KEYS_FILE: '/dev/null/keys.json' });
    assert.deepEqual(
      { code, err },
      { code: 1, err: 'the key file /dev/null/keys.json cannot be used: it cannot be written\n' },
    );
  });

  it('refuses wrong use with exit 2 and makes nothing', async () => {
    const wrong: [string[], RegExp][] = [
      [[], /Usage: keys/],
      [['make'], /unknown command 'make'/],
      [['create', file], /too many arguments/],
      [['create', '--force'], /unknown option '--force'/],
    ];
    for (const [words, reason] of wrong) {
      const { code, out, err } = await keys(words);
      assert.deepEqual({ code, out }, { code: 2, out: '' }, words.join(' '));
      assert.match(err, reason);
    }
    assert.deepEqual(readdirSync(folder.path), []);
  });

  it('explains itself, without a setting', async () => {
    const { code, out, err } = await keys(['--help'], { DATABASE_URL: 'none that opens' });
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.match(out, /^ +create /m);
    assert.match((await keys(['create', '--help'])).out, /never overwrites/);
    assert.deepEqual(readdirSync(folder.path), []);
  });
});

onEachDatabase('thawline keys beside a database', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  async function keys(word: string, progress = (_text: string) => {}) {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile });
    const program = keysCommand({ terminal: { ...terminal, progress }, environment, clock: bank.now });
    assert.equal(await run(program, [word], terminal), 0, said.err);
  }
  const inFile = () => {
    const { fieldKeys } = JSON.parse(readFileSync(bank.keysFile, 'utf8'));
    return fieldKeys.map(({ id }: { id: string }) => id);
  };
  const recorded = async (where: object) => {
    const rows = await bank.store.read((manager) =>
      manager.find(BankKeyFingerprints, { where: { name: 'fieldKeys', ...where } }),
    );
    return rows.map(({ keyId }) => keyId).sort();
  };

  it('records a new key, and lets the old one go with the rewrap', async () => {
    const [old] = inFile();
    await keys('rotate');
    const [fresh] = inFile();
    assert.deepEqual(await recorded({ retiredAt: IsNull() }), [old, fresh].sort());
    await keys('rewrap');
    assert.deepEqual(inFile(), [fresh]);
    assert.deepEqual(await recorded({ retiredAt: IsNull() }), [fresh]);
    assert.deepEqual(await recorded({ retiredAt: Not(IsNull()) }), [old]);
    await keys('rewrap');
  });

  it('puts each work on the keys into the audit trail, with who did it and why', async () => {
    const [old] = inFile();
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile });
    const operator = { who: 'liming', uid: 1001 };
    const around = { terminal, environment, clock: bank.now, operator };
    const why = ['--reason', 'the yearly rotation'];
    const copy = `${bank.keysFile}.copy`;
    for (const words of [['rotate'], ['rewrap'], ['copy', copy]])
      assert.equal(await run(keysCommand(around), [...words, ...why], terminal), 0, said.err);
    assert.equal(await run(auditCommand(around), ['key', '--new', ...why], terminal), 0, said.err);
    assert.equal(await run(keysCommand(around), ['copy', copy], terminal), 1, 'the copy is there already');
    const by = { ...operator, by: null, why: 'the yearly rotation' };
    const trail = (await trailOf(bank)).map(({ action, details }) => [action, JSON.parse(details)]);
    const rows = trail.find(([action]) => action === 'keysRewrapped')?.[1].rows;
    assert.deepEqual(trail, [
      ['keysRotated', { key: 'fields', ...by }],
      ['keysRewrapped', { rows, destroyed: [old], ...by }],
      ['keysCopied', by],
      ['anchorKeyMade', by],
    ]);
  });

  it('destroys no key that a rotation during the rewrap has left in use', async () => {
    const [old] = inFile();
    await keys('rotate');
    let rotations = 0;
    const [meanwhile] = inFile();
    await keys('rewrap', (text) => {
      if (/^[1-9]\d* rows$/.test(text) && rotations++ === 0) bank.keyRing.rotate();
    });
    assert.equal(rotations > 0, true);
    assert.deepEqual(inFile().slice(1), [meanwhile]);
    assert.ok(!inFile().includes(old));
    await keys('rewrap');
    const request = await bank.authenticationRequest(zhaoLei.number);
    const { outcome } = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(outcome, 'unfrozen');
  });

  it('makes nothing where there is no database yet, and rotates', async () => {
    const databaseFile = `${bank.keysFile}.none.db`;
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: `sqlite:${databaseFile}`, KEYS_FILE: bank.keysFile });
    const before = inFile();
    const program = keysCommand({ terminal, environment, clock: bank.now });
    assert.equal(await run(program, ['rotate'], terminal), 0, said.err);
    assert.deepEqual(inFile().slice(1), before);
    assert.equal(existsSync(databaseFile), false);
  });

  it('rotates the key of tokens, and destroys the one before a month later at the earliest', async () => {
    const both = { empty: async () => database, beside: [botSchema] };
    const database = await empty();
    const two = await openTestBank(both);
    try {
      const { terminal, said } = recordedTerminal();
      const environment = () => ({ DATABASE_URL: two.databaseUrl, KEYS_FILE: two.keysFile });
      const around = { terminal, environment, clock: two.now };
      const says = (...words: string[]) => run(keysCommand(around), words, terminal);
      assert.equal(await says('drop', 'tokens'), 2);
      assert.match(said.err, /nothing to destroy/);
      assert.equal(await says('rotate', 'tokens'), 0, said.err);
      assert.equal(await says('drop', 'tokens'), 2);
      assert.match(said.err, /not before 2026-12-25T/);
      assert.equal(two.keyRing.secrets('webChatTokenKey').length, 2);
      const bot = () =>
        openInstallation({
          settings: { databaseUrl: two.databaseUrl, keysFile: two.keysFile, production: false },
          clock: two.now,
          schemas: [keyedBot],
        });
      await (await bot()).store.close();
      two.passes(31 * 24 * hours);
      assert.equal(await says('drop', 'tokens'), 0, said.err);
      assert.equal(two.keyRing.secrets('webChatTokenKey').length, 1);
      await (await bot()).store.close();
      const actions = (await trailOf(two)).map(({ action }) => action);
      assert.deepEqual(actions, ['keysRotated', 'keysDropped']);
    } finally {
      await two.close();
    }
  });
});
