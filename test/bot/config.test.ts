import assert from 'node:assert/strict';
import { readConfig } from '../../bot/config.ts';
import { UnfreezeError } from '../../services/contract/errors.ts';

function reasons(environment: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof UnfreezeError);
    assert.equal(error.code, 'settingsInvalid');
    return error.message.split('\n');
  }
  return assert.fail('nothing was refused');
}

describe('the settings', () => {
  it('need nothing to try Thawline', () => {
    assert.deepEqual(readConfig({}), {
      production: false,
      host: '127.0.0.1',
      port: 3978,
      publicUrl: undefined,
      trustedProxies: [],
      databaseUrl: 'sqlite:data/thawline.db',
      keysFile: 'data/keys.json',
      auditAnchors: 'data/audit-anchors.jsonl',
      agentHours: undefined,
      agentPhone: undefined,
      demo: true,
      logLevel: 'info',
      remoteBank: undefined,
    });
  });

  it('keep everything in DATA_DIR unless told otherwise', () => {
    const config = readConfig({ DATA_DIR: '/srv/thawline', KEYS_FILE: '/etc/thawline.json' });
    assert.equal(config.databaseUrl, 'sqlite:/srv/thawline/thawline.db');
    assert.equal(config.keysFile, '/etc/thawline.json');
  });

  it('count an empty value as absent', () => {
    assert.equal(readConfig({ PORT: '', PUBLIC_URL: '' }).port, 3978);
  });

  it('are refused all at once, each with its name and without its value', () => {
    const given = {
      PORT: 'seven',
      PUBLIC_URL: 'ftp://secret',
      DEMO: 'maybe',
      LOG_LEVEL: 'loud',
      AGENT_PHONE: 'call me',
    };
    const found = reasons(given);
    for (const name of Object.keys(given))
      assert.ok(
        found.some((reason) => reason.startsWith(`${name}: `)),
        name,
      );
    assert.doesNotMatch(found.join(), /seven|secret|maybe|loud|call me/);
  });

  it('are refused in production with the demo bank, without keys, without https', () => {
    const found = reasons({ NODE_ENV: 'production', DEMO: 'on' });
    assert.deepEqual(
      found.map((reason) => reason.split(':')[0]),
      ['DEMO', 'KEYS_FILE', 'PUBLIC_URL'],
    );
    const complete = {
      NODE_ENV: 'production',
      KEYS_FILE: '/etc/keys.json',
      PUBLIC_URL: 'https://bank.example/',
    };
    const config = readConfig(complete);
    assert.equal(config.demo, false);
    assert.equal(config.publicUrl, 'https://bank.example');
  });

  it('let the demo bank be seen from this machine only', () => {
    assert.match(reasons({ HOST: '0.0.0.0' }).join(), /HOST: .*loopback/);
    assert.equal(readConfig({ HOST: '0.0.0.0', DEMO: 'off' }).host, '0.0.0.0');
  });
});
