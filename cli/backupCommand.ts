import type { Command } from 'commander';
import { keyedBot } from '../bot/keyedBot.ts';
import { command } from '../kit/command.ts';
import { counted } from '../kit/counted.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { readSettings } from '../kit/readSettings.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import { makeBackup } from '../services/installation/makeBackup.ts';
import { openInstallation, presentIn } from '../services/installation/openInstallation.ts';
import { keyedBank } from '../services/keyedBank.ts';
import type { Surroundings } from './surroundings.ts';

const more = `
The key file is not in it: keep a copy of that where no copy of the data is, as long as you keep the backup. Of PostgreSQL
it holds all but the database: run it, then pg_dump, as deploy/postgres/backup.sh does.`;

/** `thawline backup`: writes a complete backup of one moment while the services run. */
export function backupCommand({
  terminal,
  environment,
  clock,
}: Pick<Surroundings, 'terminal' | 'environment' | 'clock'>): Command {
  return command('backup', terminal)
    .description('write a backup of the database of DATABASE_URL, with its anchors, into a new folder')
    .argument('<FOLDER>', 'a new or empty folder')
    .addHelpText('after', more)
    .action(async (folder: string) => {
      const settings = bankSettings(readSettings(bankSettingsShape, environment()));
      const schemas = await presentIn(settings.databaseUrl, [keyedBank, keyedBot]);
      if (schemas.length === 0)
        throw new UnfreezeError('storeUnavailable', 'the database of DATABASE_URL has no tables of Thawline');
      const installation = await openInstallation({ settings, clock, schemas });
      try {
        const hasTrail = schemas.includes(keyedBank);
        const made = await makeBackup(folder, { ...installation, settings, schemas, hasTrail, clock });
        const files = counted(Object.keys(made.files).length, 'file');
        terminal.out(`a backup of ${made.made} is in ${folder}: ${files} and its manifest\n`);
        if (made.database === 'postgres') terminal.out('the database is not in it: now run pg_dump\n');
      } finally {
        await installation.store.close();
      }
    });
}
