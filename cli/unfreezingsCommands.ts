import { Argument, type Command } from 'commander';
import type { CommandTerminal } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { table } from '../kit/table.ts';
import { type HandOutcome, handOutcomes } from '../services/contract/handOutcomes.ts';
import type { OpenUnfreezing } from '../services/processor/openUnfreezings.ts';
import { inPages, type PageAsked, pageOf } from './listPage.ts';
import { byHand, type Operator, reasonOption } from './operator.ts';
import { resultTexts } from './resultTexts.ts';
import { asked as askedOf, needsSecondPerson } from './secondPerson.ts';
import type { OpenBank } from './withBank.ts';

type Places = {
  open: <Result>(work: (bank: OpenBank) => Promise<Result>) => Promise<Result>;
  terminal: CommandTerminal;
  operator: Operator | undefined;
};
type Says = { by: string; reason?: string; checked?: true };

const warning = `
The service settles these itself, every minute, by asking the card system again. Do it by hand only for one that never
ends, and only when you have looked in the card system and know what became of the request with this Idempotency-Key
(the id), and that it will not be worked on later. What you say here is taken for the truth: the customer hears it, a
receipt goes out, and the audit trail keeps it with your login.`;

/** Adds the commands that show unfinished unfreezings and finish them. */
export function addUnfreezingsCommands(program: Command, { open, terminal, operator }: Places): void {
  inPages(program.command('unfreezings'))
    .description('print the unfreezings whose result is unknown since the card system was asked')
    .option('--json', 'print a JSON array')
    .action(async (asked: PageAsked) => {
      const found = await open(({ openUnfreezings }) => openUnfreezings.list());
      const { page, next } = pageOf(found, ({ id }) => id, asked);
      terminal.out(asked.json ? `${JSON.stringify(page.map(shown), null, 2)}\n` : listed(page));
      if (!asked.json && next) terminal.out(next);
    });

  program
    .command('settle')
    .description('record by hand the result of an unfreezing whose result is unknown')
    .argument('<ID>', 'as `unfreezings` prints it')
    .addArgument(new Argument('<OUTCOME>', 'what you have seen in the card system').choices(handOutcomes))
    .requiredOption('--by <NAME>', 'who has looked; a remark beside your login in the audit trail')
    .addOption(reasonOption())
    .option('--checked', 'confirm that you have looked in the card system')
    .addHelpText('after', warning)
    .action(async (id: string, outcome: HandOutcome, says: Says) => {
      if (!says.checked) throw new UnfreezeError('messageInvalid', `${warning.trim()}\nThen add --checked.`);
      const by = byHand(operator, says);
      await open(async (bank) => {
        const { openUnfreezings } = bank;
        if (await needsSecondPerson(bank)) {
          const isOpen = (await openUnfreezings.list()).some((one) => one.id === id);
          if (!isOpen) throw new UnfreezeError('messageInvalid', 'no such unfreezing is open');
          const work = { work: 'settle', subject: { unfreezing: id, outcome } } as const;
          return terminal.out(await askedOf(bank, work, by));
        }
        const { receipt } = await openUnfreezings.settleByHand(id, outcome, by);
        terminal.out(resultTexts.settled(outcome));
        if (outcome === 'unfrozen' && !receipt) terminal.err(resultTexts.noReceipt);
      });
    });
}

function shown({ id, card, lastFour, freezes, channel, claimedAt }: OpenUnfreezing) {
  return { id, card, last4: lastFour, freezes, channel, claimedAt };
}

function listed(found: readonly OpenUnfreezing[]): string {
  if (found.length === 0) return 'no unfreezing is open\n';
  const rows = found
    .map(shown)
    .map(({ id, card, last4, freezes, channel, claimedAt }) => [
      id,
      claimedAt,
      card,
      `…${last4}`,
      freezes.join(', '),
      channel,
    ]);
  return table([['id', 'since', 'card', 'number', 'was frozen for', 'channel'], ...rows]);
}
