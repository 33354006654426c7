import type { CommandTerminal } from '../kit/command.ts';
import { counted } from '../kit/counted.ts';
import type { Audit } from '../services/audit/audit.ts';
import type { ByHand } from '../services/contract/byHand.ts';
import type { PasswordLengths } from '../services/contract/passwordLengths.ts';
import type { ImportOptions } from '../services/import/importCustomers.ts';
import { type Imported, importFile } from '../services/import/importFile.ts';
import { BadRows } from './badRows.ts';

/** `npx thawline cards import`: imports a file of cards and reports on the terminal. */
export async function importCommand(
  parts: Pick<ImportOptions, 'store' | 'keyRing' | 'clock'> & {
    audit: Audit;
    by: ByHand;
    takesPasswords: boolean;
    passwordLengths?: PasswordLengths;
  },
  file: string,
  terminal: CommandTerminal,
): Promise<void> {
  const badRows = new BadRows(terminal);
  const progress = (text: string) => terminal.progress?.(text);
  const notice = (text: string) => {
    progress('');
    terminal.err(`${text}\n`);
  };
  try {
    const imported = await importFile({ ...parts, progress, notice, badRow: badRows.tell }, file);
    progress('');
    terminal.out(`${outcome(imported)}\n`);
  } finally {
    badRows.end();
  }
}

function outcome({ customers, cards, already }: Imported): string {
  const there = `${counted(already, 'card')} of the file ${already === 1 ? 'was' : 'were'} there already`;
  if (cards === 0)
    return already === 0 ? 'nothing changed: the file has no cards' : `nothing changed: ${there}`;
  const added = `imported ${counted(customers, 'customer')} and ${counted(cards, 'card')}`;
  return already === 0 ? added : `${added}; ${there}`;
}
