import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnfreezeError } from '../../kit/errors.ts';
import { keysForeign } from '../security/foreignKeys.ts';
import type { LastingKey } from '../security/keyFingerprint.ts';
import type { KeyRing } from '../security/keyRing.ts';
import { BackupManifest, backupManifestFile, isSealed } from './backupManifest.ts';
import { digestOf } from './makeBackup.ts';

/**
 * Checks a backup's files against its manifest: complete, unchanged, and made with the present keys.
 * @throws UnfreezeError `messageInvalid` with the fault; `keysForeign` where it depends on other keys
 */
export async function checkBackup(
  folder: string,
  { keyRing, keysFile }: { keyRing: KeyRing; keysFile: string },
): Promise<BackupManifest> {
  const manifest = await manifestIn(folder);
  const atHand = keyRing.fingerprints([...new Set(manifest.keys.map(({ name }) => name as LastingKey))]);
  const lacking = manifest.keys.filter(
    ({ name, fingerprint }) => !atHand.some((one) => one.name === name && one.fingerprint === fingerprint),
  );
  if (lacking.length > 0)
    throw keysForeign(
      keysFile,
      lacking.map(({ name }) => name),
    );
  if (!isSealed(manifest, keyRing)) throw wrong(folder, `${backupManifestFile} was changed`);
  for (const [name, expected] of Object.entries(manifest.files)) {
    const found = await digestOf(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      throw wrong(folder, `${name} cannot be read (${error.code})`);
    });
    if (found.bytes !== expected.bytes)
      throw wrong(folder, `${name} has ${found.bytes} bytes, and had ${expected.bytes}`);
    if (found.sha256 !== expected.sha256) throw wrong(folder, `${name} was changed`);
  }
  return manifest;
}

async function manifestIn(folder: string): Promise<BackupManifest> {
  let text: string;
  try {
    text = await readFile(join(folder, backupManifestFile), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw wrong(
      folder,
      `${backupManifestFile} cannot be read (${code}): it is none, or was not made to its end`,
    );
  }
  try {
    return BackupManifest.parse(JSON.parse(text));
  } catch {
    throw wrong(folder, `${backupManifestFile} is not one that this version has written`);
  }
}

function wrong(folder: string, why: string): UnfreezeError {
  return new UnfreezeError('messageInvalid', `the backup in ${folder} does not hold: ${why}`);
}
