import { createHmac, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { derivedKey } from '../../kit/rotatingSecret.ts';
import { Instant } from '../../kit/time.ts';
import type { KeyRing } from '../security/keyRing.ts';
import { sameText } from '../security/sameText.ts';

/** The name of the manifest in a backup's folder. It is written last, so a folder without it is not a backup. */
export const backupManifestFile = 'manifest.json';

const Digest = z.string().regex(/^[\w-]{43}$/);

/** The content of a backup and the keys that it depends on. Nothing in it is secret. */
export const BackupManifest = z.strictObject({
  format: z.literal(1),
  /** The version of the product that made it. */
  version: z.string(),
  /** Data committed before this moment is in the backup; later data may be missing. */
  made: Instant,
  database: z.enum(['sqlite', 'postgres']),
  migrations: z.array(z.string()),
  /** The fingerprints of the keys that are needed to use it. */
  keys: z.array(z.strictObject({ name: z.string(), keyId: z.string().nullable(), fingerprint: Digest })),
  /** The newest entry in the audit trail's chain; null where the bank's side has another database. */
  head: z.strictObject({ number: z.int().min(0), hash: z.string() }).nullable(),
  files: z.record(z.string(), z.strictObject({ bytes: z.int().min(0), sha256: Digest })),
  /**
   * The MAC over all other fields, under a key of the installation. It shows a change even if all hashes were changed
   * too.
   */
  mac: Digest,
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export function sealed(manifest: Omit<BackupManifest, 'mac'>, keyRing: KeyRing): BackupManifest {
  return { ...manifest, mac: macOf(manifest, keyRing.secret('auditKey')) };
}

export function isSealed({ mac, ...manifest }: BackupManifest, keyRing: KeyRing): boolean {
  return keyRing.secrets('auditKey').some((secret) => sameText(macOf(manifest, secret), mac));
}

function macOf(manifest: Omit<BackupManifest, 'mac'>, secret: KeyObject): string {
  return createHmac('sha256', derivedKey(secret, 'manifest of a backup'))
    .update(canonical(manifest))
    .digest('base64url');
}

/** The JSON of a value with its keys sorted, so that equal content gives equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join(',')}}`;
}
