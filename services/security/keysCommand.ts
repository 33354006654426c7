import type { Command } from 'commander';
import { bankSettings, bankSettingsShape, readSettings } from '../bankSettings.ts';
import { command, type Terminal } from '../command.ts';
import { KeyRing } from './keyRing.ts';

/** `npm run keys`: the operator's commands on the key file. */
export function keysCommand(terminal: Terminal, environment: () => NodeJS.ProcessEnv): Command {
  const program = command('keys', terminal).description('the key file of this installation');
  program
    .command('create')
    .description('make the key file for production that KEYS_FILE names; never overwrites one')
    .action(() => {
      const { keysFile } = bankSettings(readSettings(bankSettingsShape, environment()));
      KeyRing.create(keysFile, 'production');
      terminal.out(
        `made ${keysFile}: keep a copy in a safe place, for without it the database cannot be read\n`,
      );
    });
  return program;
}
