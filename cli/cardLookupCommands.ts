import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { CommandTerminal } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { CardLookup, type Known, type ListedCard } from '../services/cardSystem/cardLookup.ts';
import type { CardOperations } from '../services/cardSystem/cardOperations.ts';
import { LastFour } from '../services/contract/card.ts';
import { PhoneNumber } from '../services/contract/cardSearch.ts';
import { cardNamed, howToNameACard, readCardReference } from './cardNamed.ts';
import { listedCards, shownCard } from './listedCards.ts';
import { wholeNumber } from './wholeNumber.ts';
import type { OpenBank } from './withBank.ts';

type Bank = OpenBank & { operations: CardOperations };
type Places = {
  open: <Result>(work: (bank: Bank) => Promise<Result>) => Promise<Result>;
  input: NodeJS.ReadableStream;
  terminal: CommandTerminal;
};
type Listing = { json?: boolean; all?: boolean; limit: number; after?: string };

const json = ['--json', 'print JSON; a lock that only `release` ends shows as "untilReleased"'] as const;

/** Adds the commands that look up cards. */
export function addLookupCommands(program: Command, { open, input, terminal }: Places): void {
  program
    .command('list')
    .description('print the cards: reference, last four digits, status, freezes, and lock')
    .option(
      '--json',
      'print every card as a JSON array; a lock that only `release` ends shows as "untilReleased"',
    )
    .option('--limit <NUMBER>', 'how many at most', wholeNumber(999_999), 100)
    .option('--after <CARD>', 'begin after this card')
    .option('--all', 'print every card, however many there are')
    .action((options: Listing) =>
      open(async (bank) =>
        options.json ? listJson(bank, options, terminal) : list(bank, options, terminal),
      ),
    );

  program
    .command('find')
    .description('print the cards of a caller')
    .argument(
      '<WHAT>',
      'the last four digits, a customer as `show` prints one, or - to read a telephone number from standard input',
    )
    .option(...json)
    .action(async (what: string, options: { json?: boolean }) => {
      const known = await knownFrom(what, input);
      const cards = await open((bank) => lookupOf(bank).find(known));
      terminal.out(options.json ? `${JSON.stringify(cards, null, 2)}\n` : listedCards(cards));
    });

  program
    .command('show')
    .description('print what an operator may know of one card and its customer: no name, number or document')
    .argument('<CARD>', howToNameACard)
    .option(...json)
    .action(async (card: string, options: { json?: boolean }) => {
      const shown = await open(async (bank) =>
        lookupOf(bank).show(await cardNamed(card, bank.cardSystem, input)),
      );
      if (!shown) throw new UnfreezeError('messageInvalid', 'there is no such card');
      terminal.out(options.json ? `${JSON.stringify(shown, null, 2)}\n` : shownCard(shown));
    });
}

/**
 * The lookup in the embedded card system; cards of another one are not stored here. @throws UnfreezeError
 * `settingsInvalid`
 */
function lookupOf(bank: Bank): CardLookup {
  bank.operations.embedded();
  return new CardLookup(bank);
}

async function list(
  bank: Bank,
  { all = false, limit, after }: Listing,
  { out }: CommandTerminal,
): Promise<void> {
  let last: ListedCard | undefined;
  const most = all ? undefined : limit;
  for await (const page of lookupOf(bank).pages({ after: after && readCardReference(after), most })) {
    out(listedCards(page));
    last = page.at(-1);
    if (all || page.length < limit) continue;
    out(`there may be more: --after ${last?.card ?? ''}, --all, or \`find\`\n`);
    return;
  }
  if (last === undefined) out('no cards\n');
}

/** Prints all cards as one JSON array, reading one page at a time. */
async function listJson(bank: Bank, { after }: Listing, { out }: CommandTerminal): Promise<void> {
  let before = '[\n';
  for await (const page of lookupOf(bank).pages({ after: after && readCardReference(after) }))
    for (const card of page) {
      out(`${before}${JSON.stringify(card)}`);
      before = ',\n';
    }
  out(before === '[\n' ? '[]\n' : '\n]\n');
}

/** @throws UnfreezeError `messageInvalid` */
async function knownFrom(what: string, input: NodeJS.ReadableStream): Promise<Known> {
  if (what === '-') {
    const phone = PhoneNumber.safeParse((await text(input)).replace(/[\s()-]/g, ''));
    if (phone.success) return { phone: phone.data };
    throw new UnfreezeError(
      'messageInvalid',
      'standard input holds no telephone number such as +8613800000001',
    );
  }
  const lastFour = LastFour.safeParse(what);
  return lastFour.success ? { lastFour: lastFour.data } : { customer: what };
}
