import type { Command } from 'commander';
import { command } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { readSettings } from '../kit/readSettings.ts';
import { migrationsOf, newerThan, ranMigrations } from '../kit/store/schema.ts';
import type { Store } from '../kit/store/store.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import { SealingKeys } from '../services/installation/sealingKeys.ts';
import { keyedBank } from '../services/keyedBank.ts';
import { rewrap } from '../services/rewrap.ts';
import { FieldSealing } from '../services/security/fieldSealing.ts';
import { KeyRing } from '../services/security/keyRing.ts';
import { keyWork } from './keyWork.ts';
import { byHand, reasonOption } from './operator.ts';
import type { Surroundings } from './surroundings.ts';
import { withBank } from './withBank.ts';

type Says = { reason?: string };

/** `thawline keys`: the operator's commands on the key file. */
export function keysCommand(around: Omit<Surroundings, 'input' | 'output'>): Command {
  const { terminal, environment, clock, operator } = around;
  const program = command('keys', terminal).description('the key file of this installation');
  const settings = () => bankSettings(readSettings(bankSettingsShape, environment()));

  program
    .command('create')
    .description('make the key file for production that KEYS_FILE names; never overwrites one')
    .action(() => {
      const { keysFile } = settings();
      KeyRing.create(keysFile, 'production');
      terminal.out(
        `made ${keysFile}: keep a copy in a safe place, for without it the database cannot be read\n`,
      );
    });

  program
    .command('copy')
    .description('write a copy for a safe place; never overwrites a file')
    .argument('<FILE>', 'where to')
    .addOption(reasonOption())
    .action(async (file: string, says: Says) => {
      await keyWork(
        { settings: settings(), clock },
        {
          action: 'keysCopied',
          details: byHand(operator, says),
          does: (keyRing) => keyRing.copyTo(file),
        },
      );
      terminal.out(`copied to ${file}: take it to where no copy of the database is\n`);
    });

  program
    .command('rotate')
    .description('make new keys for sealing and for fields at rest; a service that runs uses them at once')
    .addOption(reasonOption())
    .action(async (says: Says) => {
      await keyWork(
        { settings: settings(), clock },
        {
          action: 'keysRotated',
          details: byHand(operator, says),
          does: (keyRing) => keyRing.rotate(),
          afterwards: ({ store, keyRing }) =>
            new SealingKeys({ store, fields: new FieldSealing(keyRing), keyRing, clock }).rotate(),
        },
      );
      terminal.out('rotated; what was closed before still opens. Next: keys rewrap\n');
    });

  program
    .command('rewrap')
    .description('close every field at rest with the newest key, then destroy the older ones')
    .addOption(reasonOption())
    .action(async (says: Says) => {
      const by = byHand(operator, says);
      await withBank(around, async (bank) => {
        await assertAllIsKnown(bank.store);
        // Who rotates meanwhile brings a newer one yet: what was closed with this one must still open.
        const { id } = bank.keyRing.fieldKey;
        const rows = await rewrap(bank.store, bank, (done) => terminal.progress?.(`${done} rows`));
        terminal.progress?.('');
        const older = bank.keyRing.fieldKeysBefore(id);
        await bank.store.transaction([], (manager) =>
          bank.audit.write(manager, clock(), 'keysRewrapped', { rows, destroyed: older, ...by }),
        );
        await bank.databaseKeys.retireFieldKeys(older);
        bank.keyRing.dropFieldKeys(older);
        terminal.out(
          `rewrapped ${rows} rows; the older keys are destroyed: replace your copy of the key file\n`,
        );
      });
    });
  return program;
}

/** A newer version may seal in columns that this one does not know, and would leave closed with a key that it destroys. */
async function assertAllIsKnown(store: Store): Promise<void> {
  const { schema } = keyedBank;
  const [newer] = newerThan(schema, await ranMigrations(store), migrationsOf(schema));
  if (newer !== undefined)
    throw new UnfreezeError('messageInvalid', `a newer version has made ${newer}: say rewrap with that one`);
}
