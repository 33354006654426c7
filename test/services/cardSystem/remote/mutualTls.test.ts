import assert from 'node:assert/strict';
import { copyFile, readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { CardSystemClient } from '../../../../services/cardSystem/remote/cardSystemClient.ts';
import { type CardSystemAddress, connectionTo } from '../../../../services/cardSystem/remote/connection.ts';
import { TestAuthority } from '../../../kit/http/tls/testAuthority.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { rejectsWith } from '../../rejectsWith.ts';
import { liNa } from '../../testBank.ts';
import { CardSystemStub, cardSystemToken } from '../cardSystemStub.ts';

const server = { role: 'server', name: '127.0.0.1' } as const;
const ours = { role: 'client', name: 'thawline.bank.example' } as const;

describe('the way to the bank’s card system', () => {
  const folder = temporaryFolder();
  const clock = () => new Date('2026-01-01');
  let authority: TestAuthority;
  let foreign: TestAuthority;
  let stub: CardSystemStub;
  before(async () => {
    authority = await TestAuthority.create(folder.path);
    foreign = await TestAuthority.create(folder.path);
  });
  afterEach(() => stub.close());
  after(() => folder.remove());

  /** A card system that shows a certificate, and wants one. */
  async function opened(by: TestAuthority, wants = true): Promise<void> {
    const { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY } = await by.issue(server);
    const [cert, key, ca] = await Promise.all(
      [PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY, authority.file].map((file) => readFile(file, 'utf8')),
    );
    const tls = { cert, key, ...(wants && { ca, requestCert: true, rejectUnauthorized: true }) };
    stub = await CardSystemStub.open({ tls: tls as object });
  }
  async function shown(by: TestAuthority): Promise<NonNullable<CardSystemAddress['tlsFiles']>> {
    const { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY } = await by.issue(ours);
    return {
      CARD_SYSTEM_TLS_CERT: PROCESSOR_TLS_CERT,
      CARD_SYSTEM_TLS_KEY: PROCESSOR_TLS_KEY,
      CARD_SYSTEM_TLS_CA: authority.file,
    };
  }
  const told: string[] = [];
  const log = { warn: (said: string) => told.push(said) } as unknown as Logger;
  const connection = (more: Partial<CardSystemAddress>) =>
    connectionTo({ ...stub.address(), ...more }, { clock, log });
  const asks = (more: Partial<CardSystemAddress>) =>
    new CardSystemClient(connection(more)).lookUp(liNa.number);

  it('shows a certificate, and knows the other side by the given authority', async () => {
    await opened(authority);
    assert.equal((await asks({ tlsFiles: await shown(authority) }))?.status, 'frozen');
  });

  it('reaches nobody without a certificate where one is wanted, nor with a foreign one', async () => {
    await opened(authority);
    const { CARD_SYSTEM_TLS_CA } = await shown(authority);
    await rejectsWith('storeUnavailable', asks({ tlsFiles: { CARD_SYSTEM_TLS_CA } }));
    await rejectsWith('storeUnavailable', asks({ tlsFiles: await shown(foreign) }));
    assert.deepEqual(stub.requests, []);
  });

  it('says nothing to a card system that another authority has signed, or that none is known of', async () => {
    await opened(foreign, false);
    await rejectsWith('storeUnavailable', asks({ tlsFiles: await shown(authority) }));
    await rejectsWith('storeUnavailable', asks({}));
    assert.deepEqual(stub.requests, []);
  });

  it('needs no token where the certificate is enough', async () => {
    await opened(authority);
    stub.tokens.add('');
    assert.equal((await asks({ token: undefined, tlsFiles: await shown(authority) }))?.status, 'frozen');
  });

  it('takes renewed files while it runs', async () => {
    await opened(authority);
    const [old, fresh] = [await shown(foreign), await shown(authority)];
    const { certificates, ...rest } = connection({ tlsFiles: old });
    const client = new CardSystemClient({ ...rest, certificates });
    await rejectsWith('storeUnavailable', client.lookUp(liNa.number));
    for (const name of ['CARD_SYSTEM_TLS_CERT', 'CARD_SYSTEM_TLS_KEY'] as const)
      await copyFile(fresh[name] ?? '', old[name] ?? '');
    assert.equal(certificates?.renew(), true);
    assert.equal((await client.lookUp(liNa.number))?.status, 'frozen');
    assert.deepEqual(
      certificates.daysLeft().map(({ setting }) => setting),
      ['CARD_SYSTEM_TLS_CERT', 'CARD_SYSTEM_TLS_CA'],
    );
  });

  it('names the setting of a file that cannot be used', async () => {
    await opened(authority);
    const tlsFiles = { ...(await shown(authority)), CARD_SYSTEM_TLS_KEY: authority.file };
    assert.throws(() => connection({ tlsFiles }), {
      message: /^CARD_SYSTEM_TLS_KEY: it holds no private key/,
    });
  });

  it('goes on with the next token where the first is refused, and back, and says so once each', async () => {
    stub = await CardSystemStub.open();
    const next = 'the-token-that-follows-in-a-test-of-it';
    const client = new CardSystemClient(connection({ nextToken: next }));
    const look = async () => (await client.lookUp(liNa.number))?.status;
    assert.equal(await look(), 'frozen');
    assert.deepEqual(told, []);
    stub.tokens.clear();
    stub.tokens.add(next);
    assert.deepEqual(await Promise.all([look(), look(), client.ready()]), ['frozen', 'frozen', undefined]);
    assert.match(
      told.join('\n'),
      /^the card system refuses CARD_SYSTEM_TOKEN and takes CARD_SYSTEM_TOKEN_NEXT[^\n]*$/,
    );
    stub.tokens.clear();
    stub.tokens.add(cardSystemToken);
    assert.equal(await look(), 'frozen');
    assert.equal(told.length, 2);
    assert.ok(!told.join().includes(next) && !told.join().includes(cardSystemToken));
    stub.tokens.clear();
    await rejectsWith('internal', look());
    assert.equal(told.length, 2);
  });
});
