import assert from 'node:assert/strict';
import { CompactEncrypt, generateKeyPair, importJWK } from 'jose';
import type { AuthenticationRequest } from '../../../services/contract/authenticationRequest.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { hours } from '../../../services/contract/time.ts';
import { AuthenticationResults } from '../../../services/store/entities/authenticationRequest.ts';
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
  const sealedWithHeader = async (header: Record<string, unknown>, value = zhaoLei.transactionPassword) =>
    new CompactEncrypt(new TextEncoder().encode(value))
      .setProtectedHeader({
        alg: 'ECDH-ES',
        enc: 'A256GCM',
        kid: request.sealingKey.kid,
        arq: request.id,
        itm: item,
        att: 1,
        jti: crypto.randomUUID(),
        ...header,
      })
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
      .setProtectedHeader({
        alg: 'ECDH-ES',
        enc: 'A256GCM',
        kid: request.sealingKey.kid,
        arq: request.id,
        itm: item,
        att: 1,
        jti: crypto.randomUUID(),
      })
      .encrypt(publicKey);
    await rejectsWith('envelopeUnreadable', give(envelope));
  });

  it('is refused when its plain text is not padded', async () => {
    await rejectsWith('envelopeUnreadable', give(await sealedWithHeader({})));
  });

  it('is refused when its header holds anything that is not ours', async () => {
    const wrong = [
      { enc: 'A128GCM' },
      { zip: 'DEF' },
      { typ: 'JWT' },
      { jti: 'no-uuid' },
      { att: 0 },
      { itm: 'other' },
    ];
    for (const header of wrong) {
      await rejectsWith('envelopeUnreadable', give(await sealedWithHeader(header).catch(() => 'a.b.c.d.e')));
    }
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
