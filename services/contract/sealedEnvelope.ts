import { CompactEncrypt, importJWK } from 'jose';
import * as z from 'zod';
import { type AuthenticationRequest, AuthenticationRequestId } from './authenticationRequest.ts';
import { cipherSuites, suiteName, suiteNamed, suiteOfNow } from './cipherSuites.ts';
import { AuthenticationItem } from './items/index.ts';

const { envelope } = cipherSuites[suiteOfNow];

/** The number of bytes of every sealed plain text, so that the length of a secret does not show. */
export const paddedLength = 64;

/**
 * The protected header of an envelope (RFC 7516 section 4), which cannot be altered. `ste` is the cipher suite, `arq`
 * the authentication request, `itm` the item, `att` the attempt, `jti` a unique id (RFC 7519 section 4.1.7).
 */
export const EnvelopeHeader = z.strictObject({
  alg: z.literal(envelope.alg),
  enc: z.literal(envelope.enc),
  /** The cipher suite; missing in envelopes from before suites had names. */
  ste: z.string().regex(suiteName).optional(),
  kid: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  epk: z.strictObject({
    kty: z.literal('EC'),
    crv: z.literal(envelope.crv),
    x: z.string().max(64),
    y: z.string().max(64),
  }),
  arq: AuthenticationRequestId,
  itm: AuthenticationItem,
  att: z.int().min(1),
  jti: z.uuid(),
});
export type EnvelopeHeader = z.infer<typeof EnvelopeHeader>;

/** The part of an authentication request that sealing needs. */
export type SealingOrder = {
  authenticationRequest: Pick<AuthenticationRequest, 'id' | 'attempt' | 'sealingKey'>;
  item: AuthenticationItem;
  /**
   * A UUID; by default a new one. An item that is sealed again after a crash keeps its id, so that it is recognised.
   */
  envelopeId?: string;
};

/**
 * Seals one item with the processor's public key, as JWE compact serialisation (RFC 7516 section 3.1), with the ciphers
 * of that key. It runs in the browser and, for channels that carry plain text, at the bot's edge.
 */
export async function seal(value: string, order: SealingOrder): Promise<string> {
  const { authenticationRequest, item, envelopeId = crypto.randomUUID() } = order;
  const { suite } = authenticationRequest.sealingKey;
  const { alg, enc } = suiteNamed(suite).envelope;
  const key = await importJWK(authenticationRequest.sealingKey, alg);
  return new CompactEncrypt(pad(value))
    .setProtectedHeader({
      alg,
      enc,
      ...(suite !== undefined && { ste: suite }),
      kid: authenticationRequest.sealingKey.kid,
      arq: authenticationRequest.id,
      itm: item,
      att: authenticationRequest.attempt,
      jti: envelopeId,
    })
    .encrypt(key);
}

/** ISO/IEC 7816-4 padding: the bytes, then 0x80, then zeros up to 64. */
function pad(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  if (bytes.length >= paddedLength) throw new RangeError('too long to be sealed');
  const padded = new Uint8Array(paddedLength);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  return padded;
}

/** Removes the padding. @throws RangeError where there is none, TypeError where the content is not UTF-8 */
export function unpad(padded: Uint8Array): string {
  const end = padded.lastIndexOf(0x80);
  if (padded.length !== paddedLength || end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) {
    throw new RangeError('not padded');
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(padded.subarray(0, end));
}
