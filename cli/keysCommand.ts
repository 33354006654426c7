import type { Command } from 'commander';
import { command } from '../kit/command.ts';
import { readSettings } from '../kit/readSettings.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import { KeyRing } from '../services/security/keyRing.ts';
import { keyChanges, rewrapAll } from './keyWork.ts';
import { byHand, reasonOption } from './operator.ts';
import { said } from './said.ts';
import { asked, changedOrAsked, needsSecondPerson } from './secondPerson.ts';
import type { Surroundings } from './surroundings.ts';
import { withBank } from './withBank.ts';

type Says = { reason?: string };

/** `thawline keys`: the operator's commands on the key file. */
export function keysCommand(around: Omit<Surroundings, 'input' | 'output'>): Command {
  const { terminal, environment, operator } = around;
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
      const by = byHand(operator, says);
      const work = { work: 'keysCopy', subject: { file } } as const;
      terminal.out(await changedOrAsked(around, keyChanges.copy(file), work, by));
    });

  program
    .command('rotate')
    .description('make new keys for sealing and for fields at rest; a service that runs uses them at once')
    .addOption(reasonOption())
    .action(async (says: Says) => {
      const by = byHand(operator, says);
      const work = { work: 'keysRotate', subject: {} } as const;
      terminal.out(await changedOrAsked(around, keyChanges.rotate, work, by));
    });

  program
    .command('rewrap')
    .description('close every field at rest with the newest key, then destroy the older ones')
    .addOption(reasonOption())
    .action(async (says: Says) => {
      const by = byHand(operator, says);
      await withBank(around, async (bank) => {
        const told = (await needsSecondPerson(bank))
          ? await asked(bank, { work: 'keysRewrap', subject: {} }, by)
          : said.rewrapped(await rewrapAll(bank, by, terminal));
        terminal.out(told);
      });
    });
  return program;
}
