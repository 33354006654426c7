import { Argument, type Command } from 'commander';
import { command } from '../kit/command.ts';
import { CardOperations } from '../services/cardSystem/cardOperations.ts';
import type { ByHand } from '../services/contract/byHand.ts';
import type { CardReference } from '../services/contract/card.ts';
import { type FreezeReason, freezeReasons } from '../services/contract/freezeReason.ts';
import { columns } from '../services/import/csvRows.ts';
import { addLookupCommands } from './cardLookupCommands.ts';
import { cardNamed, howToNameACard } from './cardNamed.ts';
import { importCommand } from './importCommand.ts';
import { addMessagesCommands } from './messagesCommands.ts';
import { byHand, reasonOption } from './operator.ts';
import { protectCommand, whatProtectDoes } from './protectCommand.ts';
import { resultTexts, waysOf, whatStays } from './resultTexts.ts';
import { asked, needsSecondPerson } from './secondPerson.ts';
import type { Surroundings } from './surroundings.ts';
import { addUnfreezingsCommands } from './unfreezingsCommands.ts';
import { type OpenBank, withBank } from './withBank.ts';

type Opened = OpenBank & { operations: CardOperations };
type Work<Result> = (opened: Opened) => Promise<Result>;

type Says = { by?: string; reason?: string };

/** `thawline cards`: the operator's commands for the embedded card system. */
export function cardsCommand({ input, ...around }: Omit<Surroundings, 'output'>): Command {
  const { terminal, environment, clock, operator } = around;
  const program = command('cards', terminal).description(
    'the cards of the embedded card system; with CARD_SYSTEM_URL only `release`, `unfreezings` and `settle`',
  );
  const open = <Result>(work: Work<Result>) =>
    withBank(around, (bank) => work({ ...bank, operations: new CardOperations(bank) }));

  program
    .command('import')
    .description('add the customers and cards of a CSV file, all of them or, where any row is bad, none')
    .argument('<FILE.csv>', 'UTF-8, one card a row; what the bank has already stays as it is')
    .addHelpText(
      'after',
      `\nThe header: ${columns.join()}\nSeveral freezeReasons are separated by ; and an empty cell is not reserved.\nIn production transactionPassword is empty, or transactionPasswordVerifier stands in its place: see protect.`,
    )
    .addOption(reasonOption())
    .action((file: string, says: Says) => {
      const by = byHand(operator, says);
      return open((opened) => {
        opened.operations.embedded();
        const { production, passwordLengths } = opened.settings;
        return importCommand({ ...opened, by, takesPasswords: !production, passwordLengths }, file, terminal);
      });
    });

  program
    .command('protect')
    .description('turn the plain passwords of a CSV file into verifiers that production imports')
    .argument('<FILE.csv>', 'a file with the header of `import`, or - for standard input')
    .option(
      '--output <FILE>',
      'write to this file, which only its owner may read; by default to standard output',
    )
    .addHelpText('after', whatProtectDoes)
    .action((file: string, { output }: { output?: string }) =>
      protectCommand({ environment: environment(), clock, input, terminal }, file, output),
    );

  addLookupCommands(program, { open, input, terminal });

  program
    .command('freeze')
    .description('freeze a card for a reason')
    .argument('<CARD>', howToNameACard)
    .addArgument(new Argument('<REASON>', 'why').choices(freezeReasons))
    .addOption(reasonOption())
    .action(async (card: string, reason: FreezeReason, says: Says) => {
      const by = byHand(operator, says);
      const changed = await open(async ({ operations, cardSystem }) =>
        operations.freeze(await cardNamed(card, cardSystem, input), reason, by),
      );
      terminal.out(changed ? `frozen: ${reason}\n` : `nothing changed: it is frozen for ${reason} already\n`);
    });

  program
    .command('lift')
    .description(
      'lift one freeze after the staff have dealt with it, for example one that "not me" has put on',
    )
    .argument('<CARD>', howToNameACard)
    .addArgument(new Argument('<REASON>', 'the freeze').choices(freezeReasons))
    .requiredOption('--by <NAME>', 'on whose behalf; a remark beside your login in the audit trail')
    .addOption(reasonOption())
    .action(async (card: string, reason: FreezeReason, says: Says) => {
      const by = byHand(operator, says);
      const told = await open(async (bank) => {
        const reference = await cardNamed(card, bank.cardSystem, input);
        return (
          (await lifted(bank, { card: reference, freeze: reason }, by)) ?? resultTexts.notFrozenFor(reason)
        );
      });
      terminal.out(told);
    });

  program
    .command('release')
    .description(
      'lift the lock that failed attempts have put on remote unfreezing of a card and its customer',
    )
    .argument('<CARD>', howToNameACard)
    .addOption(reasonOption())
    .action(async (card: string, says: Says) => {
      const by = byHand(operator, says);
      terminal.out(
        await open(async (bank) => released(bank, await cardNamed(card, bank.cardSystem, input), by)),
      );
    });

  addUnfreezingsCommands(program, { open, terminal, operator });
  addMessagesCommands(program, { open, terminal, operator, input });
  return program;
}

/** @returns undefined where the card has no such freeze */
async function lifted(
  bank: Opened,
  { card, freeze }: { card: CardReference; freeze: FreezeReason },
  by: ByHand,
): Promise<string | undefined> {
  const { operations } = bank;
  if (await needsSecondPerson(bank)) {
    const since = await operations.frozenSince(card, freeze);
    return since && asked(bank, { work: 'lift', subject: { card, freeze, since } }, by);
  }
  const left = await operations.lift(card, freeze, by);
  return left && resultTexts.lifted(freeze, left);
}

async function released(bank: Opened, card: CardReference, by: ByHand): Promise<string> {
  const { operations } = bank;
  const ways = waysOf(bank);
  if (!(await needsSecondPerson(bank)))
    return resultTexts.released(await operations.release(card, by), ...ways);
  const locked = await operations.lockedSince(card);
  if (locked.since === undefined) return resultTexts.noLock + whatStays(locked.card, ...ways);
  return asked(bank, { work: 'release', subject: { card, since: locked.since } }, by);
}
