import type { Terminal } from '../command.ts';
import { counted } from '../counted.ts';
import type { ImportParts } from './importCustomers.ts';
import { type Imported, importFile } from './importFile.ts';

/** So many bad rows are told one by one: more would only push the first of them off the screen. */
const toldAtMost = 100;

/** `npm run cards -- import`: the file, said on a terminal. */
export async function importCommand(
  parts: Pick<ImportParts, 'store' | 'keyRing' | 'clock'> & { takesPasswords: boolean },
  file: string,
  terminal: Terminal,
): Promise<void> {
  const progress = (text: string) => terminal.progress?.(text);
  let bad = 0;
  try {
    const badRow = ({ line, problems }: { line: number; problems: string[] }) => {
      bad += 1;
      if (bad > toldAtMost) return;
      progress('');
      terminal.err(`line ${line}: ${problems.join('; ')}\n`);
    };
    const imported = await importFile({ ...parts, progress, badRow }, file);
    progress('');
    terminal.out(`${outcome(imported)}\n`);
  } finally {
    progress('');
    if (bad > toldAtMost) terminal.err(`and ${counted(bad - toldAtMost, 'more bad row')}\n`);
  }
}

function outcome({ customers, cards, already }: Imported): string {
  const there = `${counted(already, 'card')} of the file ${already === 1 ? 'was' : 'were'} there already`;
  if (cards === 0)
    return already === 0 ? 'nothing changed: the file has no cards' : `nothing changed: ${there}`;
  const added = `imported ${counted(customers, 'customer')} and ${counted(cards, 'card')}`;
  return already === 0 ? added : `${added}; ${there}`;
}
