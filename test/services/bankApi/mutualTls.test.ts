import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { copyFile, unlink } from 'node:fs/promises';
import { request } from 'node:http';
import { connect as connectPlain } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ConnectionOptions, connect } from 'node:tls';
import { stub } from 'sinon';
import { fetchOverTls } from '../../../kit/http/tls/fetchOverTls.ts';
import { TlsCertificates } from '../../../kit/http/tls/tlsCertificates.ts';
import type { TlsFiles, TlsRole } from '../../../kit/http/tls/tlsFiles.ts';
import { bankBase } from '../../../services/bankApi/addresses.ts';
import { bearerToken } from '../../../services/bankApi/bearerToken.ts';
import { clientCertificate } from '../../../services/bankApi/clientCertificate.ts';
import { HttpBankClient } from '../../../services/bankApi/httpBankClient.ts';
import { TestAuthority } from '../../kit/http/tls/testAuthority.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { liNa, openTestBank, type TestBank } from '../testBank.ts';
import { BankService, token } from './bankService.ts';

const ours = { role: 'client', name: 'bot.bank.example' } as const;

describe('the link to the bank’s side, by mutual TLS', () => {
  const folder = temporaryFolder();
  let bank: TestBank;
  let authority: TestAuthority;
  let foreign: TestAuthority;
  let serverFiles: Required<TlsFiles>;
  let service: BankService;

  const certificates = (role: TlsRole, files: TlsFiles, at = '2026-01-01') =>
    new TlsCertificates({ files, role, clock: () => new Date(at) });
  const client = (
    files: TlsFiles | undefined,
    { at, url = service.url }: { at?: string; url?: string } = {},
  ) =>
    new HttpBankClient({
      url,
      token,
      fetch: fetchOverTls(files && certificates('client', files, at)),
      tries: 1,
    });
  const asks = (one: HttpBankClient) => one.nameCard(liNa.number);

  before(async () => {
    bank = await openTestBank();
    authority = await TestAuthority.create(folder.path);
    foreign = await TestAuthority.create(folder.path);
    serverFiles = await authority.issue({ role: 'server', name: '127.0.0.1' });
  });
  beforeEach(async () => {
    service = await BankService.open(bank, {
      certificates: certificates('server', serverFiles),
      admit: [bearerToken(token), clientCertificate(ours.name)],
    });
  });
  afterEach(() => service.close());
  after(async () => {
    await bank.close();
    folder.remove();
  });

  async function isRefused(one: HttpBankClient, logged?: RegExp): Promise<void> {
    await rejectsWith('storeUnavailable', asks(one));
    if (logged) assert.match(service.logged.join(), logged);
    assert.doesNotMatch(service.logged.join(), /card-references/);
  }

  it('lets in who shows a certificate of the given authority', async () => {
    const { lastFour } = await asks(client(await authority.issue(ours)));
    assert.equal(lastFour, '1114');
  });

  it('refuses who shows none', async () => {
    await isRefused(
      client({ PROCESSOR_TLS_CA: authority.file }),
      /ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE/,
    );
  });

  it('refuses who shows one of another authority', async () => {
    const files = { ...(await foreign.issue(ours)), PROCESSOR_TLS_CA: authority.file };
    await isRefused(client(files), /a TLS handshake failed/);
  });

  it('refuses who shows one that has expired', async () => {
    const files = await authority.issue({ ...ours, until: '2025-01-01' });
    await isRefused(client(files, { at: '2024-12-31' }), /a TLS handshake failed/);
  });

  it('refuses who shows one that is for servers', async () => {
    const files = await authority.issue({ ...ours, role: 'server' });
    const fetch = fetchOverTls(certificates('server', files));
    await isRefused(
      new HttpBankClient({ url: service.url, token, fetch, tries: 1 }),
      /a TLS handshake failed/,
    );
  });

  it('refuses who shows one of another name', async () => {
    const other = client(await authority.issue({ ...ours, name: 'mail.bank.example' }));
    await assert.rejects(asks(other), { code: 'internal', message: /403 certificateForeign/ });
  });

  it('wants the token as well where there is one', async () => {
    const files = await authority.issue(ours);
    const fetch = fetchOverTls(certificates('client', files));
    const without = new HttpBankClient({ url: service.url, fetch, tries: 1 });
    await assert.rejects(asks(without), { code: 'internal', message: /401 tokenMissing/ });
  });

  it('does with the certificate alone where no token is wanted', async () => {
    const open = await BankService.open(bank, {
      certificates: certificates('server', serverFiles),
      admit: [clientCertificate(ours.name)],
    });
    const fetch = fetchOverTls(certificates('client', await authority.issue(ours)));
    assert.equal((await asks(new HttpBankClient({ url: open.url, fetch, tries: 1 }))).lastFour, '1114');
    await open.close();
  });

  it('is not used with a processor whose certificate is of another authority', async () => {
    const files = await authority.issue(ours);
    await isRefused(client({ ...files, PROCESSOR_TLS_CA: foreign.file }));
    const { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY } = files;
    await isRefused(client({ PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY }));
  });

  it('is not used with a processor whose certificate is for another name', async () => {
    const url = service.url.replace('127.0.0.1', 'localhost');
    await isRefused(client(await authority.issue(ours), { url }));
  });

  it('is not used with a processor whose certificate has expired', async () => {
    const expired = await authority.issue({ role: 'server', name: '127.0.0.1', until: '2025-01-01' });
    const late = await BankService.open(bank, {
      certificates: certificates('server', expired, '2024-12-31'),
    });
    await isRefused(client(await authority.issue(ours), { url: late.url }));
    await late.close();
  });

  it('checks the processor’s certificate whatever the environment says', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    const warned = stub(process, 'emitWarning');
    try {
      await isRefused(client({ ...(await authority.issue(ours)), PROCESSOR_TLS_CA: foreign.file }));
      await isRefused(client(undefined));
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      warned.restore();
    }
  });

  it('answers no plain http on its port', async () => {
    const asked = request(service.url.replace('https', 'http'));
    const failed = once(asked, 'error');
    asked.end();
    await failed;
    await isRefused(client(undefined, { url: service.url.replace('https', 'http') }), /ERR_SSL_HTTP_REQUEST/);
  });

  for (const version of ['TLSv1.1', 'TLSv1.2'] as const) {
    it(`speaks no ${version}`, async () => {
      const { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY } = await authority.issue(ours);
      const options: ConnectionOptions = {
        port: Number(new URL(service.url).port),
        host: '127.0.0.1',
        ca: readFileSync(authority.file),
        cert: readFileSync(PROCESSOR_TLS_CERT),
        key: readFileSync(PROCESSOR_TLS_KEY),
        // Level 0, so that it is the processor and not this client that refuses.
        ciphers: 'DEFAULT@SECLEVEL=0',
      };
      const newer = connect({ ...options });
      await once(newer, 'secureConnect');
      assert.equal(newer.getProtocol(), 'TLSv1.3');
      newer.destroy();
      const older = connect({ ...options, minVersion: version, maxVersion: version });
      const [error] = await once(older, 'error');
      assert.match(error.code, /ALERT_PROTOCOL_VERSION/);
    });
  }

  it('looks at the name in a session that is resumed too', async () => {
    const options = async (name: string): Promise<ConnectionOptions> => {
      const { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY } = await authority.issue({ ...ours, name });
      return {
        port: Number(new URL(service.url).port),
        host: '127.0.0.1',
        ca: readFileSync(authority.file),
        cert: readFileSync(PROCESSOR_TLS_CERT),
        key: readFileSync(PROCESSOR_TLS_KEY),
      };
    };
    for (const [name, status] of [
      [ours.name, 200],
      ['mail.bank.example', 403],
    ] as const) {
      const own = await options(name);
      const first = await answered(own);
      const second = await answered({ ...own, session: first.session });
      assert.deepEqual([first.isReused, second.isReused], [false, true], name);
      assert.deepEqual([first.status, second.status], [status, status], name);
    }
  });

  it('ends a connection that begins no handshake', async () => {
    const impatient = await BankService.open(bank, {
      certificates: certificates('server', serverFiles),
      timeLimits: { handshake: 20 },
    });
    const socket = connectPlain(Number(new URL(impatient.url).port), '127.0.0.1').resume();
    await once(socket, 'close');
    assert.match(impatient.logged.join(), /ERR_TLS_HANDSHAKE_TIMEOUT/);
    await impatient.close();
  });

  it('takes up renewed certificates at both ends without a restart, and refuses the old ones', async () => {
    const [before, after] = [await TestAuthority.create(folder.path), foreign];
    const wanted = { server: { role: 'server', name: '127.0.0.1' }, client: ours } as const;
    const files = { server: await before.issue(wanted.server), client: await before.issue(wanted.client) };
    const ends = {
      server: certificates('server', files.server),
      client: certificates('client', files.client),
      forgotten: certificates('client', files.client),
    };
    const renewing = await BankService.open(bank, {
      certificates: ends.server,
      admit: [clientCertificate(ours.name)],
    });
    const asking = (shown: TlsCertificates) => {
      const one = new HttpBankClient({ url: renewing.url, fetch: fetchOverTls(shown), tries: 1 });
      return () => asks(one);
    };
    const [asksRenewed, asksForgotten] = [asking(ends.client), asking(ends.forgotten)];
    await asksRenewed();
    await asksForgotten();
    await replaceAll(files.server, await after.issue(wanted.server));
    assert.ok(ends.server.renew());
    await rejectsWith('storeUnavailable', asksRenewed());
    await replaceAll(files.client, await after.issue(wanted.client));
    assert.ok(ends.client.renew());
    assert.equal((await asksRenewed()).lastFour, '1114');
    await rejectsWith('storeUnavailable', asksForgotten());
    await renewing.close();
  });
});

/** Asks over a connection of its own. @returns what can resume its session, and whether it was one itself */
async function answered(options: ConnectionOptions) {
  const socket = connect(options);
  let session: Buffer | undefined;
  socket.on('session', (newest) => {
    session = newest;
  });
  await once(socket, 'secureConnect');
  const isReused = socket.isSessionReused();
  socket.write(
    `GET ${bankBase}/sealing-keys HTTP/1.1\r\nHost: bank\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
  );
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(await text(socket))?.[1]);
  return { session, isReused, status };
}

/** Replaces files as a tool does that renews certificates. */
async function replaceAll(files: Required<TlsFiles>, by: Required<TlsFiles>): Promise<void> {
  for (const [setting, file] of Object.entries(files)) {
    await unlink(file);
    await copyFile(by[setting as keyof TlsFiles], file);
  }
}
