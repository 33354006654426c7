import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import { readSettings } from '../../kit/readSettings.ts';
import { openStore } from '../../kit/store/openStore.ts';
import { hours } from '../../kit/time.ts';
import { usualRetention } from '../../services/bankRetention.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { bankSettings, bankSettingsShape } from '../../services/bankSettings.ts';
import { reasonsAgainstCardSystem } from '../../services/cardSystem/remote/cardSystemSettings.ts';
import { readProcessorConfig } from '../../services/config.ts';
import { Customers } from '../../services/tables/customer.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const settings = (given: NodeJS.ProcessEnv) => bankSettings(readSettings(bankSettingsShape, given));

function reasons(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof UnfreezeError, String(error));
    assert.equal(error.code, 'settingsInvalid');
    return error.message.split('\n');
  }
  return assert.fail('nothing was refused');
}

describe("the bank's settings", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('need nothing, and then keep everything in data/', () => {
    const expected = {
      production: false,
      databaseListenUrl: undefined,
      databaseUrl: 'sqlite:data/thawline.db',
      dataDir: 'data',
      keysFile: 'data/keys.json',
      keysTransit: undefined,
      auditAnchors: 'data/audit-anchors.jsonl',
      cardSystemAt: undefined,
      cardSystemFiles: undefined,
      noticeToken: undefined,
      asksForFreezings: false,
      auditSink: { to: 'file' },
      auditSinkToken: undefined,
      webhooksTo: undefined,
      presetConditionsFile: undefined,
      fourEyes: false,
      passwordLengths: { shortest: 6, longest: 6 },
      auditTrailKeptFor: { text: 'P3650D', milliseconds: 3650 * 24 * hours },
      retention: usualRetention,
    };
    assert.deepEqual(settings({}), expected);
    const empty = {
      NODE_ENV: '',
      DATA_DIR: '',
      DATABASE_URL: '',
      KEYS_FILE: '',
      AUDIT_ANCHORS: '',
      AUDIT_SINK: '',
    };
    assert.deepEqual(settings(empty), expected);
  });

  it('follow DATA_DIR, each unless it is given itself', () => {
    const [DATA_DIR, DATABASE_URL, KEYS_FILE] = ['/srv', 'sqlite:/db/bank.db', '/etc/keys.json'];
    const found = (given: NodeJS.ProcessEnv) => {
      const { databaseUrl, keysFile } = settings({ DATA_DIR, ...given });
      return [databaseUrl, keysFile];
    };
    assert.deepEqual(found({}), ['sqlite:/srv/thawline.db', '/srv/keys.json']);
    assert.deepEqual(found({ DATABASE_URL }), [DATABASE_URL, '/srv/keys.json']);
    assert.deepEqual(found({ KEYS_FILE }), ['sqlite:/srv/thawline.db', KEYS_FILE]);
  });

  it('are for production where NODE_ENV says so', () => {
    assert.equal(settings({ NODE_ENV: 'production' }).production, true);
    assert.equal(settings({ NODE_ENV: 'development' }).production, false);
    assert.equal(settings({ NODE_ENV: 'test' }).production, false);
  });

  it('refuse a NODE_ENV that is none of the three words, to the letter, and do not quote it', () => {
    for (const NODE_ENV of ['prodution', 'Production', 'production ', ' ', 'prod', 'hunter2'])
      assert.deepEqual(
        reasons(() => settings({ NODE_ENV })),
        ['NODE_ENV: must be production, development or test, in small letters and without blanks'],
      );
  });

  it('refuse a database that is not there to be opened, without quoting its address', () => {
    for (const DATABASE_URL of ['sqlite:', 'mysql://bank:hunter2@db/bank', 'hunter2', ' sqlite:hunter2'])
      assert.deepEqual(
        reasons(() => settings({ DATABASE_URL })),
        ['DATABASE_URL: must be sqlite: and a file, or postgres:// and an address'],
      );
  });

  it('are refused all at once, each on a line of its own', () => {
    const shape = { PORT: z.coerce.number(), TOKEN: z.string(), HOST: z.string() };
    const found = reasons(() => readSettings(shape, { PORT: 'hunter2', TOKEN: '', HOST: 'localhost' }));
    assert.deepEqual(
      found.map((reason) => reason.split(':')[0]),
      ['PORT', 'TOKEN'],
    );
    assert.doesNotMatch(found.join(), /hunter2/);
  });

  it('take the bank’s own card system over https, or on this machine, with its token', () => {
    const CARD_SYSTEM_TOKEN = 'x'.repeat(32);
    for (const url of ['https://cards.bank.example/thawline', 'http://127.0.0.1:8080', 'http://[::1]:8080']) {
      const found = settings({ CARD_SYSTEM_URL: url, CARD_SYSTEM_TOKEN });
      const rest = { nextToken: undefined, tlsFiles: undefined, cardsByToken: false };
      assert.deepEqual(found.cardSystemAt, { url, token: CARD_SYSTEM_TOKEN, ...rest });
      assert.deepEqual(reasonsAgainstCardSystem(found), []);
    }
    const plain = settings({ CARD_SYSTEM_URL: 'http://cards.bank.example' });
    assert.deepEqual(reasonsAgainstCardSystem(plain), [
      'CARD_SYSTEM_TOKEN: CARD_SYSTEM_URL needs the token of that card system, or CARD_SYSTEM_TLS_CERT',
      'CARD_SYSTEM_URL: another machine must be reached over https',
    ]);
    const half = settings({
      CARD_SYSTEM_URL: 'http://127.0.0.1:1',
      CARD_SYSTEM_TOKEN_NEXT: 'x'.repeat(32),
      CARD_SYSTEM_TLS_CERT: '/some/certificate',
    });
    assert.deepEqual(reasonsAgainstCardSystem(half), [
      'CARD_SYSTEM_TOKEN_NEXT: it follows a CARD_SYSTEM_TOKEN',
      'CARD_SYSTEM_URL: certificates (CARD_SYSTEM_TLS_…) are shown over https only',
      'CARD_SYSTEM_TLS_KEY: CARD_SYSTEM_TLS_CERT needs its key',
    ]);
    const alone = settings({ CARD_SYSTEM_TLS_CA: '/some/authority' });
    assert.deepEqual(reasonsAgainstCardSystem(alone), [
      'CARD_SYSTEM_TLS_CA: it is for a CARD_SYSTEM_URL alone',
    ]);
    const wrong = { CARD_SYSTEM_URL: 'cards.bank.example', CARD_SYSTEM_TOKEN: 'hunter2' };
    assert.deepEqual(
      reasons(() => settings(wrong)).map((reason) => reason.split(':')[0]),
      ['CARD_SYSTEM_URL', 'CARD_SYSTEM_TOKEN'],
    );
  });

  it('refuse to leave certificates unchecked', () => {
    const found = reasons(() => settings({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }));
    assert.match(found.join('\n'), /^NODE_TLS_REJECT_UNAUTHORIZED: certificates must be checked/);
    assert.ok(settings({ NODE_TLS_REJECT_UNAUTHORIZED: '1' }));
  });

  it('refuse a card system beside the demo bank', () => {
    const token = 'x'.repeat(32);
    const given = { CARD_SYSTEM_URL: 'http://127.0.0.1:1', CARD_SYSTEM_TOKEN: token, PROCESSOR_TOKEN: token };
    const found = reasons(() => readProcessorConfig(given));
    assert.match(found.join('\n'), /^CARD_SYSTEM_URL: the demo bank/);
    assert.equal(readProcessorConfig({ ...given, DEMO: 'off' }).cardSystemAt?.url, given.CARD_SYSTEM_URL);
  });

  it('open the database of their address', async () => {
    const file = join(folder.path, 'deep', 'bank.db');
    const store = await openStore(settings({ DATABASE_URL: `sqlite:${file}` }).databaseUrl, [bankSchema]);
    assert.equal(await store.read((manager) => manager.count(Customers)), 0);
    await store.close();
    assert.ok(existsSync(file));
  });
});
