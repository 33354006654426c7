import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnfreezeError } from '../../../../kit/errors.ts';
import { readTlsFiles, type TlsFiles } from '../../../../kit/http/tls/tlsFiles.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { TestAuthority } from './testAuthority.ts';

describe('the certificate files of the link', () => {
  const folder = temporaryFolder();
  const now = new Date('2026-11-24T08:00:00.000Z');
  const name = 'bank.example';
  let authority: TestAuthority;
  let good: Required<TlsFiles>;
  before(async () => {
    authority = await TestAuthority.create(folder.path);
    good = await authority.issue({ role: 'server', name });
  });
  after(() => folder.remove());

  const reasons = (files: TlsFiles): string[] => {
    try {
      readTlsFiles(files, 'server', now);
    } catch (error) {
      assert.ok(error instanceof UnfreezeError, String(error));
      assert.equal(error.code, 'settingsInvalid');
      return error.message.replaceAll(folder.path, '').split('\n');
    }
    return [];
  };
  const written = (file: string, content: string) => {
    writeFileSync(join(folder.path, file), content, { mode: 0o600 });
    return join(folder.path, file);
  };

  it('are taken where they belong together, each part alone too', () => {
    assert.deepEqual(reasons(good), []);
    const { PROCESSOR_TLS_CA } = good;
    const { cert, key, ca, ends } = readTlsFiles({ PROCESSOR_TLS_CA }, 'client', now);
    assert.deepEqual([cert, key, ca], [undefined, undefined, readFileSync(authority.file, 'utf8')]);
    assert.deepEqual(ends, [{ setting: 'PROCESSOR_TLS_CA', at: new Date('2100-01-01') }]);
  });

  it('are refused where they are missing, all at once', () => {
    const gone = { PROCESSOR_TLS_CERT: '/none/c', PROCESSOR_TLS_KEY: '/none/k', PROCESSOR_TLS_CA: '/none/a' };
    assert.deepEqual(reasons(gone), [
      'PROCESSOR_TLS_CERT: /none/c cannot be read (ENOENT)',
      'PROCESSOR_TLS_KEY: /none/k cannot be read (ENOENT)',
      'PROCESSOR_TLS_CA: /none/a cannot be read (ENOENT)',
    ]);
  });

  it('are refused where they hold something else, without quoting it', () => {
    const file = written('hunter2', '-----BEGIN CERTIFICATE-----\nhunter2\n-----END CERTIFICATE-----\n');
    const found = reasons({ PROCESSOR_TLS_CERT: file, PROCESSOR_TLS_KEY: file, PROCESSOR_TLS_CA: file });
    assert.deepEqual(found, [
      'PROCESSOR_TLS_CERT: it holds no certificate in PEM',
      'PROCESSOR_TLS_KEY: it holds no private key in PEM without a passphrase',
      'PROCESSOR_TLS_CA: it holds no certificate in PEM that is valid now',
    ]);
  });

  it('are refused where the key is another one, or has a passphrase', async () => {
    const other = await authority.issue({ role: 'server', name });
    assert.deepEqual(reasons({ ...good, PROCESSOR_TLS_KEY: other.PROCESSOR_TLS_KEY }), [
      'PROCESSOR_TLS_KEY: it is not the key of PROCESSOR_TLS_CERT',
    ]);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const closed = privateKey.export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'x',
    });
    assert.deepEqual(reasons({ ...good, PROCESSOR_TLS_KEY: written('closed.pem', closed.toString()) }), [
      'PROCESSOR_TLS_KEY: it holds no private key in PEM without a passphrase',
    ]);
  });

  for (const mode of [0o640, 0o604, 0o660]) {
    it(`are refused where the key has the mode ${mode.toString(8)}`, () => {
      const key = join(folder.path, `key.${mode}`);
      copyFileSync(good.PROCESSOR_TLS_KEY, key);
      chmodSync(key, mode);
      assert.deepEqual(reasons({ ...good, PROCESSOR_TLS_KEY: key }), [
        `PROCESSOR_TLS_KEY: other accounts may use it: chmod 600 /key.${mode}`,
      ]);
    });
  }

  it('are refused where a certificate has expired or is not valid yet, the one between as well', async () => {
    const expired = await authority.issue({ role: 'server', name, until: '2026-11-24T07:59:59Z' });
    assert.deepEqual(reasons(expired), [
      `PROCESSOR_TLS_CERT: the certificate of CN=${name} expired at 2026-11-24T07:59:59.000Z`,
    ]);
    const early = await authority.issue({ role: 'server', name, from: '2026-11-24T08:00:01Z' });
    assert.match(reasons(early).join(), /is not valid before 2026-11-24T08:00:01.000Z/);
    const between = await TestAuthority.create(folder.path, { until: '2025-01-01' });
    const chain = readFileSync(good.PROCESSOR_TLS_CERT, 'utf8') + readFileSync(between.file, 'utf8');
    assert.match(
      reasons({ ...good, PROCESSOR_TLS_CERT: written('chain.pem', chain) }).join(),
      /CN=An authority expired/,
    );
  });

  it('are refused where all authorities have expired; one of them that is valid is enough', async () => {
    const old = await TestAuthority.create(folder.path, { until: '2025-01-01' });
    assert.match(reasons({ ...good, PROCESSOR_TLS_CA: old.file }).join(), /^PROCESSOR_TLS_CA: .*valid now$/);
    const both = written('both.pem', readFileSync(old.file, 'utf8') + readFileSync(authority.file, 'utf8'));
    assert.deepEqual(reasons({ ...good, PROCESSOR_TLS_CA: both }), []);
  });

  it('are refused where the certificate is for the other end', async () => {
    const client = await authority.issue({ role: 'client', name });
    assert.deepEqual(reasons(client), [
      `PROCESSOR_TLS_CERT: the certificate of CN=${name} is not for a server`,
    ]);
  });

  it('are refused where the key is too weak for OpenSSL', async () => {
    const weak = await authority.issue({ role: 'server', name, weak: true });
    assert.deepEqual(reasons(weak), ['PROCESSOR_TLS_CERT: OpenSSL refuses it (ERR_SSL_EE_KEY_TOO_SMALL)']);
  });
});
