import { generateKeyPairSync, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { hours, Instant, instant, minutes } from '../../kit/time.ts';
import { cipherSuites, suiteOfNow } from '../contract/cipherSuites.ts';
import type { SealingKey } from '../contract/sealingKey.ts';

const { envelope } = cipherSuites[suiteOfNow];

/**
 * The time for which a sealing key is handed out, and the time after which its private half is destroyed. The
 * difference is longer than any authentication request lives.
 */
export const givenOutFor = 1 * hours;
export const sealingKeysLiveFor = givenOutFor + 15 * minutes;

const Coordinate = z.base64url().length(43);

/** A sealing key as JWK (RFC 7517), with its private half. */
export const SealingKeyPair = z.strictObject({
  kid: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  createdAt: Instant,
  privateKey: z.strictObject({
    kty: z.literal('EC'),
    crv: z.literal(envelope.crv),
    x: Coordinate,
    y: Coordinate,
    d: Coordinate,
  }),
});
export type SealingKeyPair = z.infer<typeof SealingKeyPair>;

/** The part of the sealing keys that the processor uses. */
export type SealingKeyPairs = {
  /** The public key that secrets are sealed with now. @throws UnfreezeError `storeUnavailable`, `keysForeign` */
  current(): Promise<SealingKey>;
  /**
   * The same key, after a fresh look for keys lost in a crash. It is for a client whose envelope could not be opened.
   */
  latest(): Promise<SealingKey>;
  /** The private half of a sealing key; undefined when it is unknown or already destroyed. */
  privateHalf(kid: string): Promise<SealingKeyPair['privateKey'] | undefined>;
};

export function freshSealingKey(now: Date): SealingKeyPair {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: envelope.crv });
  return SealingKeyPair.parse({
    kid: randomUUID(),
    createdAt: instant(now),
    privateKey: privateKey.export({ format: 'jwk' }),
  });
}

export function sealingPublicHalf({ kid, privateKey: { kty, crv, x, y } }: SealingKeyPair): SealingKey {
  return { kty, crv, x, y, kid, use: 'enc', alg: envelope.alg, suite: suiteOfNow };
}

/** The age of a sealing key in milliseconds; negative where the clock of the machine that made it is ahead. */
export function ageOf({ createdAt }: Pick<SealingKeyPair, 'createdAt'>, now: Date): number {
  return now.getTime() - new Date(createdAt).getTime();
}
