import type { Command } from 'commander';
import { counted } from '../kit/counted.ts';
import { table } from '../kit/table.ts';
import { type ErasedRows, eraseCustomer } from '../services/erasure/eraseCustomer.ts';
import { byHand, reasonOption } from './operator.ts';
import type { Surroundings } from './surroundings.ts';
import { withBank } from './withBank.ts';

type Options = { json?: true; dryRun?: true; reason?: string };

const more = `
What stays is said with its reason, and goes by itself when that is over or by saying this again. Not in this database, and
not looked for: backups and archives of the audit trail, the conversations and cases of the bot (each goes within thirty days
of its end), and what a card system elsewhere holds.`;

/** Adds the command that erases a customer. */
export function addEraseCommand(program: Command, around: Omit<Surroundings, 'input' | 'output'>): void {
  const { terminal, operator } = around;
  program
    .command('erase')
    .description('delete what may be deleted of a customer, and print what must stay and why')
    .argument('<CUSTOMER>', 'as `cards show` prints it')
    .option('--dry-run', 'delete nothing; only print what would be deleted and what must stay')
    .option('--json', 'print a JSON array of {"table","removed","stays","why"}')
    .addOption(reasonOption())
    .addHelpText('after', more)
    .action(async (customer: string, _options: Options, command: Command) => {
      // `retention` has options of the same names and takes those before this command's name, so both are read.
      const { json, dryRun: dry = false, ...says } = command.optsWithGlobals<Options>();
      const by = byHand(operator, says);
      const erased = await withBank(around, (bank) => eraseCustomer(bank, customer, { by, dry }));
      terminal.out(json ? `${JSON.stringify(erased, null, 2)}\n` : told(erased, dry));
    });
}

function told(erased: readonly ErasedRows[], isDry: boolean): string {
  const rows = erased.map(({ table: name, removed, stays, why }) => [
    name,
    String(removed),
    String(stays),
    why ?? '-',
  ]);
  const removed = erased.reduce((sum, one) => sum + one.removed, 0);
  const stays = erased.reduce((sum, one) => sum + one.stays, 0);
  const done = `${counted(removed, 'row')} ${isDry ? 'would be removed' : 'removed'}, ${stays} must stay\n`;
  return table([['what', isDry ? 'goes' : 'removed', 'stays', 'why'], ...rows]) + done;
}
