import type { Command } from 'commander';
import type { CommandTerminal } from '../kit/command.ts';
import { table } from '../kit/table.ts';
import { CardLookup } from '../services/cardSystem/cardLookup.ts';
import { type CardMessage, Resending } from '../services/notifications/resending.ts';
import { cardNamed, howToNameACard } from './cardNamed.ts';
import { byHand, type Operator, reasonOption } from './operator.ts';
import { resultTexts } from './resultTexts.ts';
import { asked, needsSecondPerson } from './secondPerson.ts';
import type { OpenBank } from './withBank.ts';

type Places = {
  open: <Result>(work: (bank: OpenBank) => Promise<Result>) => Promise<Result>;
  terminal: CommandTerminal;
  operator: Operator | undefined;
  input: NodeJS.ReadableStream;
};

/** Adds the commands that show the messages about a card and have one tried again. */
export function addMessagesCommands(program: Command, { open, terminal, operator, input }: Places): void {
  program
    .command('messages')
    .description(
      'print the messages about a card and what has become of them; neither their texts nor whom they went to',
    )
    .argument('<CARD>', howToNameACard)
    .option('--json', 'print a JSON array')
    .action(async (named: string, { json }: { json?: true }) => {
      const messages = await open(async (bank) => {
        const card = await new CardLookup(bank).show(await cardNamed(named, bank.cardSystem, input));
        return card ? new Resending(bank).messagesOf(card) : [];
      });
      terminal.out(json ? `${JSON.stringify(messages, null, 2)}\n` : listed(messages));
    });

  program
    .command('resend')
    .description('have a message that was given up tried once more')
    .argument('<MESSAGE>', 'as `messages` prints it')
    .addOption(reasonOption())
    .action(async (message: string, says: { reason?: string }) => {
      const by = byHand(operator, says);
      terminal.out(
        await open(async (bank) => {
          if (await needsSecondPerson(bank)) return asked(bank, { work: 'resend', subject: { message } }, by);
          const isDone = await new Resending(bank).resend(message, by);
          return isDone ? resultTexts.resent : 'nothing changed: no such message was given up\n';
        }),
      );
    });
}

function listed(messages: readonly CardMessage[]): string {
  if (messages.length === 0) return 'no message about this card\n';
  return table([
    ['id', 'of', 'what', 'how it stands'],
    ...messages.map(({ message, at, kind, fate }) => [message, at, kind, fate]),
  ]);
}
