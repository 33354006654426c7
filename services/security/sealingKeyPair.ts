import { generateKeyPairSync, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { hours, Instant, instant, minutes } from '../../kit/time.ts';
import { cipherSuites, suiteOfNow } from '../contract/cipherSuites.ts';
import type { SealingKey } from '../contract/sealingKey.ts';

const { envelope } = cipherSuites[suiteOfNow];

/** How long a sealing key is given out, and how long its private half outlives that: longer than any authentication request. */
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

/** What the processor needs of the sealing keys. */
export type SealingKeyPairs = {
  /** The public key to seal to now. @throws UnfreezeError `storeUnavailable`, `keysForeign` */
  current(): Promise<SealingKey>;
  /** The same, with a look at what a crash may have taken since: for who could not be understood. */
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

export function publicHalf({ kid, privateKey: { kty, crv, x, y } }: SealingKeyPair): SealingKey {
  return { kty, crv, x, y, kid, use: 'enc', alg: envelope.alg, suite: suiteOfNow };
}

/** How old it is, in milliseconds; less than nothing where another machine's clock is ahead. */
export function ageOf({ createdAt }: Pick<SealingKeyPair, 'createdAt'>, now: Date): number {
  return now.getTime() - new Date(createdAt).getTime();
}
