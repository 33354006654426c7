import { createHmac, hkdfSync } from 'node:crypto';
import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import type { KeyRing } from '../security/keyRing.ts';
import { sameText } from '../security/sameText.ts';

/** Its name in the folder of a backup. It is written last: a folder without it holds no backup. */
export const manifestFile = 'manifest.json';

const Digest = z.string().regex(/^[\w-]{43}$/);

/** What a backup holds, and what it rests on; nothing in it is a secret. */
export const BackupManifest = z.strictObject({
  format: z.literal(1),
  /** Of the product that made it. */
  version: z.string(),
  /** What stands in it that came in before is there; what came later may be missing. */
  made: Instant,
  database: z.enum(['sqlite', 'postgres']),
  migrations: z.array(z.string()),
  /** The keys without which it cannot be used, by their fingerprints. */
  keys: z.array(z.strictObject({ name: z.string(), keyId: z.string().nullable(), fingerprint: Digest })),
  /** The newest entry of the audit trail's chain; null where the bank's side is in another database. */
  head: z.strictObject({ number: z.int().min(0), hash: z.string() }).nullable(),
  files: z.record(z.string(), z.strictObject({ bytes: z.int().min(0), sha256: Digest })),
  /** Over all else, under a key of the installation: a backup that somebody has changed, hashes and all, shows. */
  mac: Digest,
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export function sealed(manifest: Omit<BackupManifest, 'mac'>, keyRing: KeyRing): BackupManifest {
  return { ...manifest, mac: macOf(manifest, keyRing.secret('auditKey')) };
}

export function isSealed({ mac, ...manifest }: BackupManifest, keyRing: KeyRing): boolean {
  return keyRing.secrets('auditKey').some((secret) => sameText(macOf(manifest, secret), mac));
}

function macOf(manifest: Omit<BackupManifest, 'mac'>, secret: Buffer): string {
  const key = hkdfSync('sha256', secret, '', 'manifest of a backup', 32);
  return createHmac('sha256', Buffer.from(key)).update(canonical(manifest)).digest('base64url');
}

/** The same text for the same content, in whatever order it was written down. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join(',')}}`;
}
