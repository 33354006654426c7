import type { Command } from 'commander';
import { command, type Terminal } from '../kit/command.ts';
import type { Clock } from '../kit/time.ts';
import { bankSettings, bankSettingsShape, readSettings } from '../services/bankSettings.ts';
import { rewrap } from '../services/rewrap.ts';
import { KeyRing } from '../services/security/keyRing.ts';
import { withBank } from './withBank.ts';

type Surroundings = {
  terminal: Terminal;
  /** Read when a command runs, so that `--help` needs no settings. */
  environment: () => NodeJS.ProcessEnv;
  clock: Clock;
};

/** `npm run keys`: the operator's commands on the key file. */
export function keysCommand({ terminal, environment, clock }: Surroundings): Command {
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
    .command('rotate')
    .description('make new keys for sealing and for fields at rest; a service that runs uses them at once')
    .action(() => {
      const { keysFile, production } = settings();
      KeyRing.open(keysFile, { clock, production }).rotate();
      terminal.out('rotated; what was closed before still opens. Next: keys rewrap\n');
    });

  program
    .command('rewrap')
    .description('close every field at rest with the newest key, then destroy the older ones')
    .action(async () => {
      await withBank(environment(), clock, async (bank) => {
        const rows = await rewrap(bank.store, bank, (done) => terminal.progress?.(`${done} rows`));
        terminal.progress?.('');
        bank.keyRing.dropOldFieldKeys();
        terminal.out(
          `rewrapped ${rows} rows; the older keys are destroyed: replace your copy of the key file\n`,
        );
      });
    });
  return program;
}
