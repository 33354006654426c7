import { constants } from 'node:fs';
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { command } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { readSettings } from '../kit/readSettings.ts';
import { type BankSettings, bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import type { BackupManifest } from '../services/installation/backupManifest.ts';
import { checkBackup } from '../services/installation/checkBackup.ts';
import { backupFiles } from '../services/installation/makeBackup.ts';
import { openKeyRing } from '../services/keeping/openKeys.ts';
import { checkRestored } from './checkRestored.ts';
import { noteInTrail } from './noteInTrail.ts';
import { reasonOption } from './operator.ts';
import type { Surroundings } from './surroundings.ts';

const more = `
It needs the key file that the backup was made with, at KEYS_FILE. --check looks at the files, and then at the data: of
SQLite at the copy in the backup, of PostgreSQL at what DATABASE_URL names, into which pg_restore has put the dump. What a
database that is put back to an earlier moment lacks, and what to do then, docs/operations.md says.`;

/** `thawline restore`: checks a backup, and with SQLite restores it. */
export function restoreCommand(
  surroundings: Pick<Surroundings, 'terminal' | 'environment' | 'clock' | 'operator'>,
): Command {
  const { terminal, environment, clock } = surroundings;
  return command('restore', terminal)
    .description('restore a backup where there is no database, or only check it')
    .argument('<FOLDER>', 'a folder that `backup` has made')
    .option(
      '--check',
      'write nothing; check that it is complete, made with these keys, and its audit trail unbroken',
    )
    .addOption(reasonOption())
    .addHelpText('after', more)
    .action(async (folder: string, { check, reason }: { check?: true; reason?: string }) => {
      const settings = bankSettings(readSettings(bankSettingsShape, environment()));
      const keyRing = await openKeyRing(settings, clock);
      const manifest = await checkBackup(folder, { keyRing, ...settings });
      terminal.out(`complete and unchanged: a backup of ${manifest.made}, by version ${manifest.version}\n`);
      if (!check && manifest.database === 'postgres')
        throw new UnfreezeError(
          'messageInvalid',
          'restore its database with pg_restore, then run --check before any service starts',
        );
      terminal.out(`${await checkRestored(folder, { manifest, settings, keyRing, clock })}\n`);
      if (check) return;
      const said = await putBack(folder, manifest, settings);
      const { made, version } = manifest;
      await noteInTrail(surroundings, { action: 'databaseRestored', details: { made, version }, reason });
      terminal.out(`${said}\n`);
    });
}

/** @throws UnfreezeError `settingsInvalid` where a database exists already */
async function putBack(
  folder: string,
  { files }: BackupManifest,
  { databaseUrl, auditAnchors }: BankSettings,
): Promise<string> {
  const [, database] = /^sqlite:(.+)$/.exec(databaseUrl) ?? [];
  if (database === undefined)
    throw new UnfreezeError('settingsInvalid', 'DATABASE_URL: the backup is of SQLite');
  if (!(await placed(join(folder, backupFiles.database), database)))
    throw new UnfreezeError(
      'settingsInvalid',
      `DATABASE_URL: ${database} exists and is not overwritten: move it and the files beside it away first`,
    );
  const hasAnchors = backupFiles.anchors in files;
  const isPlaced = hasAnchors && (await placed(join(folder, backupFiles.anchors), auditAnchors));
  return hasAnchors && !isPlaced
    ? `put back; ${auditAnchors} is newer than this database: keep it as evidence, and let AUDIT_ANCHORS name another file`
    : 'put back';
}

/** Copies a file to a place without one. @returns false where a file is there */
async function placed(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  await chmod(to, 0o600);
  return true;
}
