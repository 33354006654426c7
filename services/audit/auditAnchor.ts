import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { Instant } from '../contract/time.ts';

const Base64url = z.string().regex(/^[\w-]{43}$/);

/**
 * The head of the audit trail at a moment, as it is kept outside the database. `previous` is the signature of the
 * anchor that its writer knew as the last, so that an anchor that was taken out from between others shows.
 */
export const AuditAnchor = z.strictObject({
  number: z.int().min(0),
  /** Nothing for the number 0, which is anchored before there is an entry. */
  hash: z.union([Base64url, z.literal('')]),
  at: Instant,
  previous: Base64url.nullable(),
  signature: Base64url,
});
export type AuditAnchor = z.infer<typeof AuditAnchor>;

/** Stands before what is signed, so that no anchor can ever pass for an entry's hash, nor a hash for an anchor. */
const domain = 'thawline audit anchor v1\n';

/**
 * Signs an anchor with an HMAC under the audit key, since the key ring holds no pair of keys for signing. So a
 * signature proves nothing against who holds the key file: they can sign anchors of a rebuilt trail, and only
 * what they cannot write, the anchors that were already handed over, gives them away.
 */
export function signAnchor(anchor: Omit<AuditAnchor, 'signature'>, auditKey: Buffer): AuditAnchor {
  return { ...anchor, signature: signature(anchor, auditKey).toString('base64url') };
}

export function isSigned(anchor: AuditAnchor, auditKey: Buffer): boolean {
  return timingSafeEqual(Buffer.from(anchor.signature, 'base64url'), signature(anchor, auditKey));
}

/** One line of what is kept: an anchor, the beginning of one that a crash has left, or nothing that we wrote. */
export function readAnchor(line: string): AuditAnchor | 'halfWritten' | 'foreign' {
  try {
    return AuditAnchor.safeParse(JSON.parse(line)).data ?? 'foreign';
  } catch {
    return 'halfWritten';
  }
}

function signature({ number, hash, at, previous }: Omit<AuditAnchor, 'signature'>, auditKey: Buffer): Buffer {
  return createHmac('sha256', auditKey)
    .update(domain + JSON.stringify([previous, number, hash, at]))
    .digest();
}
