import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readConfig } from '../../bot/config.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { nearNames } from '../../kit/nearNames.ts';
import { readSettings } from '../../kit/readSettings.ts';
import { secret } from '../../kit/secretSetting.ts';
import { readProcessorConfig } from '../../services/config.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const shape = {
  NODE_ENV: z.string().optional(),
  HOST: z.string().optional(),
  LOG_LEVEL: z.string().optional(),
  BRIDGE_TOKEN: secret(z.string().min(8, 'is too short').optional()),
  TRUSTED_PROXIES: z.string().optional(),
};
const read = (given: NodeJS.ProcessEnv) => readSettings(shape, given);

function reasons(given: NodeJS.ProcessEnv, reader: (given: NodeJS.ProcessEnv) => unknown = read): string[] {
  try {
    reader(given);
  } catch (error) {
    assert.ok(error instanceof UnfreezeError, String(error));
    assert.equal(error.code, 'settingsInvalid');
    return error.message.split('\n');
  }
  return assert.fail('nothing was refused');
}

/** Every name that a setting may have, as the page for operators lists them. */
const names = [...readFileSync('.env.example', 'utf8').matchAll(/^#(\w+)=/gm)].map(([, name = '']) => name);

/** What is taken as it is: paths, and what other programs have given. */
const taken = [
  'DATA_DIR',
  'KEYS_FILE',
  'KEYS_TRANSIT_TOKEN_FILE',
  'AUDIT_ANCHORS',
  'AUDIT_SINK_TOKEN',
  'PRESET_CONDITIONS_FILE',
  'BRAND_FILE',
  'TOPICS_DIR',
];
const takenOfTwilio = ['TWILIO_AUTH_TOKEN', 'TWILIO_AUTH_TOKEN_NEXT'];

describe('every setting', () => {
  for (const name of names.filter((one) => ![...taken, ...takenOfTwilio].includes(one)))
    it(`is refused in words where it is wrong: ${name}`, () => {
      const token = { PROCESSOR_TOKEN: 'x'.repeat(32) };
      const said = [readConfig, readProcessorConfig].flatMap((reader) => {
        try {
          reader({ ...token, [name]: 'abc!' });
        } catch (error) {
          return error instanceof UnfreezeError ? error.message.split('\n') : assert.fail(String(error));
        }
        return [];
      });
      assert.notEqual(said.length, 0);
      for (const line of said) {
        assert.match(line, /^\w+: \S/);
        assert.doesNotMatch(line, /Invalid|expected|received|NaN|undefined/);
      }
    });

  it('that is a number is one in digits, within its bounds', () => {
    const lines = (given: string) => reasons({ PORT: given }, readConfig);
    for (const given of ['abc', '-1', '65536', '1e3', '0x10', '80.5', '8 0', '99999999999'])
      assert.deepEqual(lines(given), ['PORT: must be a whole number from 0 to 65535'], given);
    assert.equal(readConfig({ PORT: '0' }).port, 0);
  });
});

describe('a secret setting', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  let count = 0;
  const file = (content: string, name = `secret${++count}`) => {
    const path = join(folder.path, name);
    writeFileSync(path, content);
    return path;
  };

  it('is read from a file, whose last line break does not count', () => {
    for (const content of ['correct horse', 'correct horse\n', 'correct horse\r\n'])
      assert.deepEqual(read({ BRIDGE_TOKEN_FILE: file(content) }), { BRIDGE_TOKEN: 'correct horse' });
    const both = { BRIDGE_TOKEN: '', BRIDGE_TOKEN_FILE: file(' spaces stay ') };
    assert.deepEqual(read(both), { BRIDGE_TOKEN: ' spaces stay ' });
    assert.deepEqual(read({ BRIDGE_TOKEN: 'as it stands', BRIDGE_TOKEN_FILE: '' }), {
      BRIDGE_TOKEN: 'as it stands',
    });
  });

  it('is refused by the name of its file where that is missing, empty, of several lines, or beside the setting', () => {
    const refused: [NodeJS.ProcessEnv, RegExp][] = [
      [
        { BRIDGE_TOKEN_FILE: join(folder.path, 'none') },
        /^BRIDGE_TOKEN_FILE: \S+ cannot be read \(ENOENT\)$/,
      ],
      [{ BRIDGE_TOKEN_FILE: folder.path }, /^BRIDGE_TOKEN_FILE: \S+ cannot be read \(EISDIR\)$/],
      [{ BRIDGE_TOKEN_FILE: file('\n') }, /^BRIDGE_TOKEN_FILE: \S+ is empty$/],
      [
        { BRIDGE_TOKEN_FILE: file('hunter22\nhunter33') },
        /^BRIDGE_TOKEN_FILE: \S+ holds more than one line$/,
      ],
      [{ BRIDGE_TOKEN_FILE: file('x'.repeat(70_000)) }, /^BRIDGE_TOKEN_FILE: \S+ holds more than one line$/],
      [{ BRIDGE_TOKEN_FILE: file('hunter2') }, /^BRIDGE_TOKEN_FILE: is too short$/],
      [
        { BRIDGE_TOKEN_FILE: file('hunter22'), BRIDGE_TOKEN: 'hunter33' },
        /^BRIDGE_TOKEN_FILE: BRIDGE_TOKEN is given as well$/,
      ],
    ];
    for (const [given, reason] of refused) {
      const found = reasons(given);
      assert.match(found.join('\n'), reason);
      assert.doesNotMatch(found.join(), /hunter\d/);
    }
  });

  it('is what the name of a setting says is one, in both services', () => {
    const secrets = names.filter((name) => /TOKEN|PASSWORD|SECRET|^DATABASE_URL$|_NEXT$/i.test(name));
    // A file that is read whenever it is needed is no secret by its name.
    const own = secrets.filter(
      (name) => name !== 'MESSAGING_SECRETS' && !/PASSWORD_(?:ERRORS|LENGTHS)|_FILE$/.test(name),
    );
    assert.ok(own.length >= 7, own.join());
    const missing = join(folder.path, 'none');
    for (const name of own) {
      const given = { [`${name}_FILE`]: missing };
      const readers = [readConfig, readProcessorConfig];
      const found = readers.map((reader) => {
        try {
          reader(given);
          return '';
        } catch (error) {
          return String((error as Error).message);
        }
      });
      assert.match(found.join('\n'), new RegExp(`^${name}_FILE: \\S+ cannot be read`, 'm'), name);
    }
  });
});

describe('a name that is nearly one of a setting', () => {
  it('is found, and what is as near to nothing is not', () => {
    const near = (name: string) => nearNames(Object.keys(shape), { [name]: 'x' })[0]?.meant;
    for (const [name, meant] of [
      ['TRUSTED_PROXY', undefined],
      ['TRUSTED_PROXIE', 'TRUSTED_PROXIES'],
      ['TRUSTED_PROXEIS', 'TRUSTED_PROXIES'],
      ['trusted_proxies', 'TRUSTED_PROXIES'],
      ['TRUSTEDPROXIES', 'TRUSTED_PROXIES'],
      ['NODE_EVN', 'NODE_ENV'],
      ['LOGLEVEL', 'LOG_LEVEL'],
      ['host', 'HOST'],
      ['HOME', undefined],
      ['POST', undefined],
      ['HOSTNAME', undefined],
      ['NODE_OPTIONS', undefined],
      ['HOST', undefined],
    ])
      assert.equal(near(String(name)), meant, name);
    assert.deepEqual(nearNames(Object.keys(shape), { LOGLEVEL: '' }), []);
  });

  it('is refused in production, without what it holds', () => {
    const found = reasons({ NODE_ENV: 'production', TRUSTED_PROXIE: 'hunter2', BRIDGE_TOKEN_FIEL: '/x' });
    assert.deepEqual(found, [
      'TRUSTED_PROXIE: there is no such setting; TRUSTED_PROXIES may be meant',
      'BRIDGE_TOKEN_FIEL: there is no such setting; BRIDGE_TOKEN_FILE may be meant',
    ]);
  });

  it('is let pass elsewhere, and where the setting is given too: it may be another program’s', () => {
    assert.deepEqual(read({ LOGLEVEL: 'debug' }), {});
    const given = { NODE_ENV: 'production', LOGLEVEL: 'debug', LOG_LEVEL: 'info' };
    assert.deepEqual(read(given), { NODE_ENV: 'production', LOG_LEVEL: 'info' });
  });

  it('is refused everywhere where it is nearly NODE_ENV, which would have said that this is production', () => {
    for (const name of ['NODE_EVN', 'node_env', 'NODEENV'])
      assert.match(reasons({ [name]: 'production' }).join(), /NODE_ENV may be meant/);
  });

  it('is told of as a slip by both services', () => {
    const PROCESSOR_TOKEN = 'x'.repeat(32);
    for (const reader of [readConfig, readProcessorConfig])
      assert.deepEqual(reader({ PROCESSOR_TOKEN, DATA_DRI: '/srv' }).slips, [
        { slip: 'settingNearlyNamed', about: 'DATA_DRI, nearly DATA_DIR' },
      ]);
  });

  it('is no setting of ours: none is nearly another, but for words that nobody writes for each other', () => {
    const differentWords = ['LIMIT_POLLS', 'LIMIT_POSTS'];
    assert.ok(names.length > 40);
    for (const name of names) {
      const others = names.filter((one) => one !== name);
      const near = nearNames(others, { [name]: 'x' }).filter(
        ({ meant }) => !(differentWords.includes(name) && differentWords.includes(meant)),
      );
      assert.deepEqual(near, [], name);
    }
  });
});
