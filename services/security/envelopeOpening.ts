import { compactDecrypt, importJWK } from 'jose';
import { UnfreezeError } from '../../kit/errors.ts';
import { longestEnvelope } from '../contract/authenticationInformation.ts';
import { isKnownSuite, suiteNamed } from '../contract/cipherSuites.ts';
import { EnvelopeHeader, unpad } from '../contract/sealedEnvelope.ts';
import type { SealingKeyPairs } from './sealingKeyPair.ts';

/**
 * The header of an envelope, every field of it known and allowed, before any cryptography runs on what a
 * stranger sent. Nothing in it counts until `openEnvelope` has opened the envelope.
 * @throws UnfreezeError `envelopeUnreadable`
 */
export function envelopeHeader(envelope: string): EnvelopeHeader {
  if (envelope.length > longestEnvelope) throw unreadable('too long');
  const header = headerOf(envelope);
  // Another suite's header has other fields: first its name, so that the log says what was lacking.
  const { ste } = Suite.safeParse(header).data ?? {};
  if (ste !== undefined && !isKnownSuite(ste))
    throw unreadable(`it was sealed with the cipher suite ${ste}, which this version does not know`);
  const read = EnvelopeHeader.safeParse(header);
  if (!read.success) throw unreadable('its header is not one of ours');
  return read.data;
}

const Suite = EnvelopeHeader.pick({ ste: true }).loose();

function headerOf(envelope: string): unknown {
  try {
    return JSON.parse(Buffer.from(envelope.split('.')[0] ?? '', 'base64url').toString());
  } catch {
    throw unreadable('its header is not one of ours');
  }
}

/**
 * Opens an envelope whose header was checked (RFC 7516 section 5.2).
 * @returns what the customer typed, in its normal form
 * @throws UnfreezeError `envelopeUnreadable`, `envelopeExpired` when its sealing key is gone
 */
export async function openEnvelope(
  envelope: string,
  { kid, ste }: EnvelopeHeader,
  sealingKeys: Pick<SealingKeyPairs, 'privateHalf'>,
): Promise<string> {
  const privateKey = await sealingKeys.privateHalf(kid);
  if (!privateKey) throw new UnfreezeError('envelopeExpired', 'sealed to a key that is not there any more');
  try {
    const { alg, enc } = suiteNamed(ste).envelope;
    const { plaintext } = await compactDecrypt(envelope, await importJWK(privateKey, alg), {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: [enc],
    });
    return unpad(plaintext);
  } catch {
    // The cause stays out: it can hold a part of what was inside.
    throw unreadable('it does not open');
  }
}

function unreadable(why: string): UnfreezeError {
  return new UnfreezeError('envelopeUnreadable', `an envelope cannot be read: ${why}`);
}
