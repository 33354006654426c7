import assert from 'node:assert/strict';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import pino from 'pino';
import { Registry } from 'prom-client';
import { type SinonFakeTimers, useFakeTimers } from 'sinon';
import { watchDaysLeft } from '../../../../kit/http/tls/certificateGauge.ts';
import { TlsCertificates, watchCertificates } from '../../../../kit/http/tls/tlsCertificates.ts';
import type { TlsFiles } from '../../../../kit/http/tls/tlsFiles.ts';
import { minutes } from '../../../../kit/time.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { TestAuthority } from './testAuthority.ts';

describe('the certificates of the link, while the service runs', () => {
  const now = new Date('2026-11-24T00:00:00.000Z');
  let folder: ReturnType<typeof temporaryFolder>;
  let authority: TestAuthority;
  let files: Required<TlsFiles>;
  let certificates: TlsCertificates;
  let told: (string | undefined)[];
  beforeEach(async () => {
    folder = temporaryFolder();
    authority = await TestAuthority.create(folder.path, { until: '2026-12-24T00:00:00Z' });
    files = await authority.issue({ role: 'client', name: 'bot', until: '2026-11-25T12:00:00Z' });
    certificates = new TlsCertificates({ files, role: 'client', clock: () => now });
    told = [];
    certificates.onRenewed(({ cert }) => told.push(cert));
  });
  afterEach(() => folder.remove());

  const renew = async () => {
    const fresh = await authority.issue({ role: 'client', name: 'bot', until: '2026-12-04T00:00:00Z' });
    copyFileSync(fresh.PROCESSOR_TLS_KEY, files.PROCESSOR_TLS_KEY);
    return () => copyFileSync(fresh.PROCESSOR_TLS_CERT, files.PROCESSOR_TLS_CERT);
  };

  it('stay while their files stay', () => {
    assert.equal(certificates.renew(), false);
    assert.deepEqual(told, []);
  });

  it('stay while half of their files are renewed, and change with the other half', async () => {
    const { cert } = certificates.current;
    const renewRest = await renew();
    for (const _twice of [1, 2]) {
      assert.throws(() => certificates.renew(), { code: 'settingsInvalid', message: /not the key of/ });
    }
    assert.equal(certificates.current.cert, cert);
    renewRest();
    assert.equal(certificates.renew(), true);
    assert.deepEqual(told, [certificates.current.cert]);
    assert.notEqual(certificates.current.cert, cert);
    assert.equal(certificates.renew(), false);
  });

  it('stay while their files are gone', () => {
    rmSync(files.PROCESSOR_TLS_CERT);
    assert.throws(() => certificates.renew(), { code: 'settingsInvalid', message: /ENOENT/ });
    assert.ok(certificates.current.cert);
  });

  it('show in a metric how many days each file has left', async () => {
    const registry = new Registry();
    watchDaysLeft(certificates, registry);
    const shown = async () =>
      (await registry.metrics()).split('\n').filter((line) => line.startsWith('thawline_tls'));
    assert.deepEqual(await shown(), [
      'thawline_tls_certificate_days_left{setting="PROCESSOR_TLS_CERT"} 1.5',
      'thawline_tls_certificate_days_left{setting="PROCESSOR_TLS_CA"} 30',
    ]);
    (await renew())();
    certificates.renew();
    assert.equal((await shown())[0], 'thawline_tls_certificate_days_left{setting="PROCESSOR_TLS_CERT"} 10');
  });

  describe('watched', () => {
    let timers: SinonFakeTimers;
    beforeEach(() => {
      timers = useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    });
    afterEach(() => timers.restore());

    it('are looked at every minute, and trouble with them is an error in the log', async () => {
      const lines: { level: number; msg: string }[] = [];
      const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
      const stop = watchCertificates(certificates, log);
      const renewRest = await renew();
      timers.tick(1 * minutes);
      renewRest();
      timers.tick(1 * minutes);
      stop();
      writeFileSync(files.PROCESSOR_TLS_CERT, 'no certificate');
      timers.tick(2 * minutes);
      assert.deepEqual(
        lines.map(({ level, msg }) => [level, msg]),
        [
          [50, 'renewed certificates cannot be used; the old ones stay'],
          [30, 'renewed certificates are in use'],
        ],
      );
      assert.equal(told.length, 1);
    });
  });
});
