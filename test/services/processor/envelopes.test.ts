// Guards a secret: an envelope opens once, for the request that it was sealed for.
import assert from 'node:assert/strict';
import { CompactEncrypt, generateKeyPair, importJWK } from 'jose';
import { hours } from '../../../kit/time.ts';
import type { AuthenticationRequest } from '../../../services/contract/authenticationRequest.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { AuthenticationResults } from '../../../services/tables/authenticationRequest.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { browser, liNa, openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

onEachDatabase('an envelope given to the processor', (empty) => {
  let bank: TestBank;
  let request: AuthenticationRequest;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    request = await bank.authenticationRequest(zhaoLei.number);
  });
  afterEach(() => bank.close());

  const item = 'transactionPassword' as const;
  const sealed = (of = request, as: 'transactionPassword' | 'identityDocument' = item) =>
    seal(zhaoLei.transactionPassword, { authenticationRequest: of, item: as });
  const give = (envelope: string, userTerminal = browser) =>
    bank.processor.giveAuthenticationInformation({
      authenticationRequest: request.id,
      userTerminal,
      item,
      envelope,
    });
  const altered = (envelope: string, part: number) =>
    envelope
      .split('.')
      .map((text, index) => (index === part ? (text.startsWith('A') ? 'B' : 'A') + text.slice(1) : text))
      .join('.');
  /** What the header of a right envelope holds beside its algorithms. */
  const ours = () => ({
    kid: request.sealingKey.kid,
    arq: request.id,
    itm: item,
    att: 1,
    jti: crypto.randomUUID(),
  });
  const sealedWithHeader = async (header: Record<string, unknown>, value = zhaoLei.transactionPassword) =>
    new CompactEncrypt(new TextEncoder().encode(value))
      .setProtectedHeader({ ...ours(), alg: 'ECDH-ES', enc: 'A256GCM', ...header })
      .encrypt(await importJWK(request.sealingKey, 'ECDH-ES'));
  const attemptsUsed = () => bank.store.read((manager) => manager.count(AuthenticationResults));

  it('is refused when it was sealed for another request, item or attempt', async () => {
    const other = await bank.authenticationRequest(liNa.number);
    await rejectsWith('envelopeForeign', give(await sealed(other)));
    await rejectsWith('envelopeForeign', give(await sealed(request, 'identityDocument')));
    await rejectsWith('envelopeExpired', give(await sealed({ ...request, attempt: 2 })));
    assert.equal(await attemptsUsed(), 0);
  });

  it('is refused when the request does not ask for its item', async () => {
    const envelope = await sealed(request, 'identityDocument');
    await rejectsWith(
      'envelopeForeign',
      bank.processor.giveAuthenticationInformation({
        authenticationRequest: request.id,
        userTerminal: browser,
        item: 'identityDocument',
        envelope,
      }),
    );
  });

  it('is refused when any of its parts was altered', async () => {
    const envelope = await sealed();
    for (const part of [0, 2, 3, 4]) await rejectsWith('envelopeUnreadable', give(altered(envelope, part)));
    assert.equal(await attemptsUsed(), 0);
  });

  it('counts once', async () => {
    const envelope = await seal('000000', { authenticationRequest: request, item });
    assert.equal((await give(envelope)).outcome, 'notAccepted');
    await rejectsWith('envelopeReused', give(envelope));
    assert.equal(await attemptsUsed(), 1);
  });

  it('counts once when it comes twice at the same moment', async () => {
    const envelope = await seal('000000', { authenticationRequest: request, item });
    const both = await Promise.allSettled([give(envelope), give(envelope)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal(await attemptsUsed(), 1);
  });

  it('is refused from another user terminal, as if there were no such request', async () => {
    const stranger = { ...browser, address: 'another-conversation' };
    await rejectsWith('authenticationRequestUnknown', give(await sealed(), stranger));
  });

  it('is refused when it was sealed to a key that is gone', async () => {
    const envelope = await sealed();
    bank.passes(2 * hours);
    await rejectsWith('envelopeExpired', give(envelope));
  });

  it('is refused when it was sealed to a key of someone else', async () => {
    const { publicKey } = await generateKeyPair('ECDH-ES');
    const envelope = await new CompactEncrypt(new Uint8Array(64))
      .setProtectedHeader({ ...ours(), alg: 'ECDH-ES', enc: 'A256GCM' })
      .encrypt(publicKey);
    await rejectsWith('envelopeUnreadable', give(envelope));
  });

  it('is refused when its plain text is not padded', async () => {
    await rejectsWith('envelopeUnreadable', give(await sealedWithHeader({})));
  });

  const withHeader = async (change: (header: Record<string, unknown>) => unknown) => {
    const [header = '', ...rest] = (await sealed()).split('.');
    const text = JSON.stringify(change(JSON.parse(Buffer.from(header, 'base64url').toString())));
    return [Buffer.from(text).toString('base64url'), ...rest].join('.');
  };
  const withPart = async (part: number, change: (text: string) => string) =>
    (await sealed())
      .split('.')
      .map((text, index) => (index === part ? change(text) : text))
      .join('.');
  const asJson = async () => {
    const [header, , iv, ciphertext, tag] = (await sealed()).split('.');
    return { protected: header, iv, ciphertext, tag };
  };
  async function sealedToCurve(crv: string): Promise<string> {
    const { publicKey } = await generateKeyPair('ECDH-ES', { crv });
    return new CompactEncrypt(new Uint8Array(64))
      .setProtectedHeader({ ...ours(), alg: 'ECDH-ES', enc: 'A256GCM' })
      .encrypt(publicKey);
  }

  const wrong: [
    string,
    'envelopeUnreadable' | 'envelopeExpired' | 'messageInvalid',
    () => Promise<string>,
  ][] = [
    ['another encryption', 'envelopeUnreadable', () => sealedWithHeader({ enc: 'A128GCM' })],
    ['a type', 'envelopeUnreadable', () => sealedWithHeader({ typ: 'JWT' })],
    ['an id that is none', 'envelopeUnreadable', () => sealedWithHeader({ jti: 'no-uuid' })],
    ['an attempt before the first', 'envelopeUnreadable', () => sealedWithHeader({ att: 0 })],
    ['another item', 'envelopeUnreadable', () => sealedWithHeader({ itm: 'other' })],
    ['compression', 'envelopeUnreadable', () => withHeader((header) => ({ ...header, zip: 'DEF' }))],
    [
      'a critical extension',
      'envelopeUnreadable',
      () => withHeader((header) => ({ ...header, crit: ['exp'] })),
    ],
    ['its own key in it', 'envelopeUnreadable', () => withHeader((header) => ({ ...header, jwk: {} }))],
    ['the curve P-384', 'envelopeUnreadable', () => sealedToCurve('P-384')],
    ['the curve P-521', 'envelopeUnreadable', () => sealedToCurve('P-521')],
    ['the curve X25519', 'envelopeUnreadable', () => sealedToCurve('X25519')],
    [
      'a key agreed on before (dir)',
      'envelopeUnreadable',
      () =>
        new CompactEncrypt(new Uint8Array(64))
          .setProtectedHeader({ ...ours(), alg: 'dir', enc: 'A256GCM' })
          .encrypt(new Uint8Array(32)),
    ],
    ['no algorithm', 'envelopeUnreadable', () => withHeader(({ alg, ...header }) => header)],
    ['the algorithm none', 'envelopeUnreadable', () => withHeader((header) => ({ ...header, alg: 'none' }))],
    ['an unknown key id', 'envelopeExpired', () => withHeader((header) => ({ ...header, kid: 'unknown' }))],
    [
      'a key id that is a path',
      'envelopeUnreadable',
      () => withHeader((header) => ({ ...header, kid: '../k' })),
    ],
    ['a wrapped key beside it', 'envelopeUnreadable', () => withPart(1, () => 'AAAA')],
    ['a short initialisation vector', 'envelopeUnreadable', () => withPart(2, (text) => text.slice(0, 8))],
    ['a tag of four bytes', 'envelopeUnreadable', () => withPart(4, (text) => text.slice(0, 6))],
    ['no tag', 'envelopeUnreadable', () => withPart(4, () => '')],
    ['no text', 'envelopeUnreadable', () => withPart(3, () => '')],
    [
      'a header of a megabyte',
      'messageInvalid',
      () => withHeader((header) => ({ ...header, x: 'x'.repeat(1e6) })),
    ],
    ['a header in another alphabet', 'messageInvalid', () => withPart(0, (text) => `${text}+/=`)],
    ['the JSON form', 'messageInvalid', async () => JSON.stringify(await asJson())],
    [
      'the general JSON form',
      'messageInvalid',
      async () => JSON.stringify({ ...(await asJson()), recipients: [{ encrypted_key: '' }] }),
    ],
  ];
  it('is refused for whatever is wrong with it, costs no attempt, and the right one counts after it', async () => {
    for (const [what, code, made] of wrong) {
      const envelope = await made();
      await assert.rejects(give(envelope), { code }, what);
      assert.equal(await attemptsUsed(), 0, what);
    }
    assert.equal((await give(await sealed())).outcome, 'unfrozen');
  });

  it('is refused when it is empty, huge, or no envelope', async () => {
    for (const wrong of [
      '',
      'x',
      'a.b.c',
      '....',
      `${'a'.repeat(10_000_000)}.b.c.d.e`,
      'é.b.c.d.e',
      'a.b.c.d.e.f',
    ]) {
      await rejectsWith('messageInvalid', give(wrong));
    }
    await rejectsWith('envelopeUnreadable', give('e30..e30.e30.e30'));
    await rejectsWith('envelopeUnreadable', give('bm8..a.a.a'));
  });
});
