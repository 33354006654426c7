import { Argument, type Command } from 'commander';
import { command } from '../kit/command.ts';
import { readSettings } from '../kit/readSettings.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import { keeperAt } from '../services/keeping/keeperSettings.ts';
import { KeyRing } from '../services/security/keyRing.ts';
import { keyChanges, rewrapAll } from './keyWork.ts';
import { byHand, reasonOption } from './operator.ts';
import { resultTexts } from './resultTexts.ts';
import { type DroppableName, droppableNames, type RotatableName, rotatableNames } from './rotatableKeys.ts';
import { asked, changedOrAsked, needsSecondPerson } from './secondPerson.ts';
import type { Surroundings } from './surroundings.ts';
import { withBank } from './withBank.ts';
import { wrapKeys } from './wrapKeys.ts';

type Says = { reason?: string };

/** `thawline keys`: the operator's commands for the key file. */
export function keysCommand(around: Omit<Surroundings, 'input' | 'output'>): Command {
  const { terminal, environment, operator } = around;
  const program = command('keys', terminal).description('the key file of this installation');
  const settings = () => bankSettings(readSettings(bankSettingsShape, environment()));

  program
    .command('create')
    .description('make the key file for production that KEYS_FILE names; never overwrites one')
    .action(async () => {
      const { keysFile, keysTransit } = settings();
      KeyRing.create(keysFile, 'production', await keeperAt(keysTransit).newForm());
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
      terminal.out(await changedOrAsked(around, keyChanges.copy({ file }), work, by));
    });

  program
    .command('rotate')
    .description(
      'make a new key; running services use it at once, and values written before can still be read',
    )
    .addArgument(new Argument('[KEY]', 'which one').choices(rotatableNames).default('fields'))
    .option(
      '--ahead',
      'only announce it in the file, to be put on every machine first; the next rotation takes it',
    )
    .addOption(reasonOption())
    .action(async (key: RotatableName, { ahead = false, ...says }: Says & { ahead?: boolean }) => {
      const by = byHand(operator, says);
      const which = { key, ahead };
      const work = { work: 'keysRotate', subject: which } as const;
      terminal.out(await changedOrAsked(around, keyChanges.rotate(which), work, by));
    });

  program
    .command('rewrap')
    .description('seal every stored field with the newest key, then destroy the older ones')
    .addOption(reasonOption())
    .action(async (says: Says) => {
      const by = byHand(operator, says);
      await withBank(around, async (bank) => {
        const told = (await needsSecondPerson(bank))
          ? await asked(bank, { work: 'keysRewrap', subject: {} }, by)
          : resultTexts.rewrapped(await rewrapAll(bank, by, terminal));
        terminal.out(told);
      });
    });

  program
    .command('drop')
    .description('destroy the older keys of a name, once no stored value needs them')
    .addArgument(new Argument('<KEY>', 'which ones').choices(droppableNames))
    .addOption(reasonOption())
    .action(async (key: DroppableName, says: Says) => {
      const by = byHand(operator, says);
      const work = { work: 'keysDrop', subject: { key } } as const;
      terminal.out(await changedOrAsked(around, keyChanges.drop({ key }), work, by));
    });

  program
    .command('wrap')
    .description(
      'let the transit service of KEYS_TRANSIT_URL close the key file, or close it anew with the newest version of its key',
    )
    .addOption(reasonOption())
    .action(async (says: Says) => {
      terminal.out(await wrapKeys(around, settings(), byHand(operator, says)));
    });
  return program;
}
