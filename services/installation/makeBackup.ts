import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnfreezeError } from '../../kit/errors.ts';
import { executedMigrations } from '../../kit/store/firstMigration.ts';
import { copySqlite } from '../../kit/store/sqliteCopy.ts';
import { type Clock, instant } from '../../kit/time.ts';
import manifest from '../../package.json' with { type: 'json' };
import { Audit } from '../audit/audit.ts';
import { type BackupManifest, backupManifestFile, sealed } from './backupManifest.ts';
import type { KeyedSchema } from './keyedSchema.ts';
import type { Installation } from './openInstallation.ts';

/** The names of a backup's files. */
export const backupFiles = {
  database: 'thawline.db',
  anchors: 'audit-anchors.jsonl',
  policy: 'preset-conditions.json',
} as const;

type Settings = { databaseUrl: string; auditAnchors: string; presetConditionsFile: string | undefined };
type Given = Installation & {
  settings: Settings;
  schemas: readonly KeyedSchema[];
  /** Whether the database has the bank's half, which the audit trail belongs to. */
  hasTrail: boolean;
  clock: Clock;
};

/**
 * Writes a backup into a new folder. Its parts are written in the order that makes them fit: the anchors come before
 * the database, so that no anchor is of an entry that the copy lacks. With PostgreSQL the database is left out, and
 * `pg_dump` copies it afterwards. The key file is left out, since it must not be kept with a backup of the data.
 * @throws UnfreezeError `settingsInvalid` where the folder is not empty; `storeUnavailable` where it cannot be written,
 * and then nothing of it stays
 */
export async function makeBackup(folder: string, given: Given): Promise<BackupManifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new UnfreezeError(
      'settingsInvalid',
      `${folder} is not empty: a backup needs a new or empty folder`,
    );
  try {
    return await written(folder, given);
  } catch (cause) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
    if (cause instanceof UnfreezeError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === 'ENOSPC' ? 'its disk is full' : `it cannot be written (${code ?? 'unknown'})`;
    throw new UnfreezeError('storeUnavailable', `no backup was made in ${folder}: ${reason}`, { cause });
  }
}

async function written(folder: string, given: Given): Promise<BackupManifest> {
  const { settings, store, keyRing, schemas, hasTrail, clock } = given;
  const { databaseUrl } = settings;
  const made = instant(clock());
  const [, sqlite] = /^sqlite:(.+)$/.exec(databaseUrl) ?? [];
  await copyIfThere(settings.auditAnchors, join(folder, backupFiles.anchors));
  if (settings.presetConditionsFile)
    await copyIfThere(settings.presetConditionsFile, join(folder, backupFiles.policy));
  // The head is read before the copy is made: the copy must hold at least this entry.
  const head = hasTrail ? await store.read((manager) => new Audit(keyRing).head(manager)) : null;
  const migrations = await store.read((manager) => executedMigrations(manager));
  if (sqlite !== undefined) await copySqlite(sqlite, join(folder, backupFiles.database));
  const files: BackupManifest['files'] = {};
  for (const name of await readdir(folder)) files[name] = await kept(join(folder, name));
  const names = [...new Set(schemas.flatMap(({ keys }) => keys))];
  const keys = keyRing.fingerprints(names);
  const database = sqlite === undefined ? 'postgres' : 'sqlite';
  const { version } = manifest;
  const whole = sealed({ format: 1, version, made, database, migrations, keys, head, files }, keyRing);
  const file = join(folder, backupManifestFile);
  await writeFile(file, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await kept(file);
  await toDisk(folder);
  return whole;
}

async function copyIfThere(from: string, to: string): Promise<void> {
  await copyFile(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Makes a file readable by its owner alone and waits until it is on the disk. @returns its size and hash */
async function kept(file: string): Promise<{ bytes: number; sha256: string }> {
  await chmod(file, 0o600);
  await toDisk(file);
  return digestOf(file);
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function digestOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const some of createReadStream(file)) {
    hash.update(some);
    bytes += some.length;
  }
  return { bytes, sha256: hash.digest('base64url') };
}
