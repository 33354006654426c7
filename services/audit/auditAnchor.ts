import { type KeyObject, sign, verify } from 'node:crypto';
import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { suiteName, suiteNamed, suiteOfNow } from '../contract/cipherSuites.ts';
import type { AnchorKeys } from '../security/anchorKey.ts';

const Digest = z.string().regex(/^[\w-]{43}$/);
const Signature = z.string().regex(/^[\w-]{86}$/);

/**
 * The head of the audit trail at a moment, as it is kept outside the database. `previous` is the signature of the last
 * anchor that its writer knew, so that a missing anchor between others is noticed.
 */
export const AuditAnchor = z.strictObject({
  number: z.int().min(0),
  /** Empty for the number 0, which is anchored before there is an entry. */
  hash: z.union([Digest, z.literal('')]),
  at: Instant,
  previous: Signature.nullable(),
  /** The cipher suite of the signature; missing in anchors of versions whose suites had no names. */
  suite: z.string().regex(suiteName).optional(),
  /** The id of the key that has signed the anchor. */
  key: Digest,
  signature: Signature,
});
export type AuditAnchor = z.infer<typeof AuditAnchor>;

/** This text is signed with each anchor, so that nothing else signed with the key can pass for one. */
const domain = (version: number) => `thawline audit anchor v${version}\n`;

/**
 * Signs an anchor with Ed25519 (RFC 8032), so that checking it needs no secret. Somebody with the key file could sign
 * anchors of a rebuilt trail, but not change the anchors that were handed over before, which give them away.
 */
export function signAnchor(
  anchor: Omit<AuditAnchor, 'signature' | 'key' | 'suite'>,
  { id, privateKey }: { id: string; privateKey: KeyObject },
): AuditAnchor {
  const signed = { ...anchor, suite: suiteOfNow, key: id };
  return { ...signed, signature: sign(null, bytesOf(signed), privateKey).toString('base64url') };
}

/** Whether a known key signed the anchor. @throws UnfreezeError `cipherSuiteUnknown` */
export function isSignedAnchor(anchor: AuditAnchor, keys: AnchorKeys): boolean {
  const key = keys.get(anchor.key);
  const { anchor: kind } = suiteNamed(anchor.suite);
  return (
    key?.asymmetricKeyType === kind &&
    verify(null, bytesOf(anchor), key, Buffer.from(anchor.signature, 'base64url'))
  );
}

/** Reads one line: an anchor, `halfWritten` where a crash cut it, or `foreign` where this service did not write it. */
export function readAnchor(line: string): AuditAnchor | 'halfWritten' | 'foreign' {
  try {
    return AuditAnchor.safeParse(JSON.parse(line)).data ?? 'foreign';
  } catch {
    return 'halfWritten';
  }
}

function bytesOf({ suite, key, previous, number, hash, at }: Omit<AuditAnchor, 'signature'>): Buffer {
  const signed = [key, previous, number, hash, at];
  return Buffer.from(
    suite === undefined ? domain(2) + JSON.stringify(signed) : domain(3) + JSON.stringify([suite, ...signed]),
  );
}
