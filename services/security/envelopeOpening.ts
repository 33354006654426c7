import { compactDecrypt, importJWK } from 'jose';
import { UnfreezeError } from '../../kit/errors.ts';
import { longestEnvelope } from '../contract/authenticationInformation.ts';
import { isKnownSuite, suiteNamed } from '../contract/cipherSuites.ts';
import { EnvelopeHeader, unpad } from '../contract/sealedEnvelope.ts';
import type { SealingKeyPairs } from './sealingKeyPair.ts';

/**
 * Reads the header of an envelope and checks that every field is known and allowed, before any cryptography runs on a
 * stranger's input. Nothing in it is proven until `openEnvelope` has opened the envelope.
 * @throws UnfreezeError `envelopeUnreadable`
 */
export function envelopeHeader(envelope: string): EnvelopeHeader {
  if (envelope.length > longestEnvelope) throw unreadable('too long');
  const header = headerOf(envelope);
  // The suite's name is read first, since the header of another suite has other fields and the log should name the
  // suite.
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
 * @throws UnfreezeError `envelopeUnreadable`, or `envelopeExpired` where its sealing key was destroyed
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
    // The cause is left out, because it can hold a part of the secret.
    throw unreadable('it does not open');
  }
}

function unreadable(why: string): UnfreezeError {
  return new UnfreezeError('envelopeUnreadable', `an envelope cannot be read: ${why}`);
}
