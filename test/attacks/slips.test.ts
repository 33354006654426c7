import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../journeys/serviceProcess.ts';
import type { Thawline } from '../journeys/thawline.ts';
import { inProduction, installedForProduction } from './production.ts';

/** What people get wrong when they set the service up for production. */
describe('a slip in production', () => {
  let thawline: Thawline;
  afterEach(() => thawline.close());

  const refused: [what: string, settings: Settings, reason: RegExp][] = [
    [
      'trusts everybody',
      { TRUSTED_PROXIES: '0.0.0.0/0' },
      /^TRUSTED_PROXIES: 0\.0\.0\.0\/0 trusts whoever there is/m,
    ],
    [
      'trusts everybody in two halves',
      { TRUSTED_PROXIES: '0.0.0.0/1,128.0.0.0/1' },
      /^TRUSTED_PROXIES: .*trusts/m,
    ],
    [
      'reaches PostgreSQL on another machine without TLS',
      { DATABASE_URL: 'postgres://bank:hunter2@192.0.2.7/bank' },
      /^DATABASE_URL: PostgreSQL on another machine must be reached over TLS/m,
    ],
    [
      'hears of PostgreSQL on another machine without TLS',
      { DATABASE_LISTEN_URL: 'postgres://bank:hunter2@192.0.2.7/bank' },
      /^DATABASE_LISTEN_URL: PostgreSQL on another machine must be reached over TLS/m,
    ],
    [
      'hears of another database than it has',
      { DATABASE_LISTEN_URL: 'postgres://bank:hunter2@127.0.0.1/bank' },
      /^DATABASE_LISTEN_URL: must be the address of the database of DATABASE_URL/m,
    ],
    ['names a phone that is none', { AGENT_PHONE: '- - -' }, /^AGENT_PHONE: must be a telephone number/m],
    ['names a phone in words', { AGENT_PHONE: '+1 CALL ME' }, /^AGENT_PHONE: must be a telephone number/m],
    [
      'means one of several time zones',
      { TIME_ZONE: 'CST' },
      /^TIME_ZONE: CST is the time zone of several places/m,
    ],
    [
      'means one of several time zones of agents',
      { AGENT_HOURS: 'Mon-Fri 09:00-18:00 CST' },
      /^AGENT_HOURS: CST is the time zone of several places/m,
    ],
    [
      'misspells a setting',
      { TRUSTED_PROXIES: '', TRUSTED_PROXEIS: 'hunter2' },
      /^TRUSTED_PROXEIS: there is no such setting; TRUSTED_/m,
    ],
    [
      'misspells that it is production',
      { NODE_ENV: '', NODE_EVN: 'production' },
      /^NODE_EVN: .* NODE_ENV may be meant/m,
    ],
    [
      'names a file of a secret that is not there',
      { PROCESSOR_TOKEN_FILE: 'none' },
      /^PROCESSOR_TOKEN_FILE: none cannot/m,
    ],
  ];
  for (const [what, settings, reason] of refused)
    it(`that ${what} is refused with its reason, and nothing is made`, async () => {
      thawline = await installedForProduction();
      await assert.rejects(thawline.up({ PORT: '0', ...settings }), { message: /\(exit code 2\)/ });
      assert.match(thawline.log, reason);
      assert.doesNotMatch(thawline.log, /hunter2/);
      assert.equal(existsSync(join(thawline.folder, 'data')), false);
    });

  it('that may be meant is warned of once, and counted', async () => {
    thawline = await inProduction({ TRUSTED_PROXIES: '', LOGLEVEL: 'debug', MANAGEMENT_PORT: '0' });
    const claim = { 'X-Forwarded-For': '203.0.113.1' };
    for (let time = 0; time < 3; time++) await thawline.call('POST', '/webchat/token', { headers: claim });
    const metrics = await (await fetch(`${thawline.bot.managementUrl}/metrics`)).text();
    assert.match(metrics, /thawline_slips_total\{slip="proxyNotNamed"\} 3/);
    assert.match(metrics, /thawline_slips_total\{slip="settingNearlyNamed"\} 1/);
    const warnings = thawline.log.split('\n').filter((line) => line.includes('"level":40'));
    assert.equal(warnings.filter((line) => line.includes('"slip":"proxyNotNamed"')).length, 1);
    assert.equal(warnings.filter((line) => line.includes('LOGLEVEL, nearly LOG_LEVEL')).length, 1);
    assert.doesNotMatch(thawline.log, /203\.0\.113\.1/);
  });

  it('that leaves the database open to other accounts is mended', async () => {
    thawline = await inProduction();
    for (const file of ['thawline.db', 'thawline.db-wal', 'thawline.db-shm'])
      assert.equal((statSync(join(thawline.folder, 'data', file)).mode & 0o777).toString(8), '600', file);
  });

  it('that starts before its database says so, waits, and ends with 1', async () => {
    thawline = await installedForProduction({ DATABASE_URL: 'postgres://bank:hunter2@127.0.0.1:1/bank' });
    const waits = thawline.up({ PORT: '0', START_PATIENCE: 'PT3S' });
    await assert.rejects(waits, { message: /\(exit code 1\)/ });
    assert.match(thawline.log, /the database is not up yet: waiting for it/);
    assert.match(thawline.log, /Thawline cannot start\.\ncannot open the database .*ECONNREFUSED/);
    assert.doesNotMatch(thawline.log, /hunter2/);
  });

  it('is none where a secret stands in a file', async () => {
    thawline = await installedForProduction({ TWILIO_AUTH_TOKEN: '' });
    writeFileSync(join(thawline.folder, 'token'), 'a-token-that-no-account-has\n');
    await thawline.up({ PORT: '0', TWILIO_AUTH_TOKEN_FILE: 'token' });
    assert.equal(await thawline.down(), 0);
  });
});
