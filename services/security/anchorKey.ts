import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import * as z from 'zod';

const Half = z.base64url().length(43);

/** A pair of Ed25519 keys as JWK (RFC 8037). A pair that was replaced keeps its public half only. */
export const AnchorKeyPair = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: Half,
  d: Half.optional(),
});
export type AnchorKeyPair = z.infer<typeof AnchorKeyPair>;

/** Public keys by their ids. */
export type AnchorKeys = ReadonlyMap<string, KeyObject>;

export function freshAnchorKey(): AnchorKeyPair {
  const { privateKey } = generateKeyPairSync('ed25519');
  return AnchorKeyPair.parse(privateKey.export({ format: 'jwk' }));
}

/** The private half of a pair; undefined where it was destroyed. */
export function anchorPrivateHalf({ d, ...jwk }: AnchorKeyPair): KeyObject | undefined {
  return d === undefined ? undefined : createPrivateKey({ key: { ...jwk, d }, format: 'jwk' });
}

export function withoutPrivateHalf({ d: _gone, ...jwk }: AnchorKeyPair): AnchorKeyPair {
  return jwk;
}

export function anchorPublicHalf({ kty, crv, x }: AnchorKeyPair): KeyObject {
  return createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
}

/** The id of a key is its own digest, so that nobody has to hand out names. */
export function idOfKey(publicKey: KeyObject): string {
  const bytes = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(bytes).digest('base64url');
}

export function keysById(publicKeys: readonly KeyObject[]): AnchorKeys {
  return new Map(publicKeys.map((key) => [idOfKey(key), key]));
}

/** Reads public keys in PEM, one or more, as `npx thawline audit key` prints them. @throws Error where there is none */
export function readPublicKeys(pem: string): AnchorKeys {
  const found = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  const keys = found.map((one) => createPublicKey(one));
  if (keys.length === 0 || keys.some(({ asymmetricKeyType }) => asymmetricKeyType !== 'ed25519')) {
    throw new Error('no Ed25519 public key in PEM');
  }
  return keysById(keys);
}
