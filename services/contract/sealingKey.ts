import * as z from 'zod';
import { suiteName } from './cipherSuites.ts';

/** The public half of a sealing key, which secrets are sealed with: a P-256 JWK (RFC 7517, RFC 7518 section 6.2). */
export const SealingKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  kid: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  use: z.literal('enc'),
  alg: z.literal('ECDH-ES'),
  /** The cipher suite of the key; missing where the bank's side is of a version whose suites had no names. */
  suite: z.string().regex(suiteName).optional(),
});
export type SealingKey = z.infer<typeof SealingKey>;
