import type { Command } from 'commander';
import type { CommandTerminal } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { In } from '../kit/store/query.ts';
import type { AuditDetails } from '../services/audit/audit.ts';
import { type Range, type ReadEntry, readTrail } from '../services/audit/readTrail.ts';
import { type ShownEntry, shownEntry } from '../services/audit/shownEntry.ts';
import { CardLookup } from '../services/cardSystem/cardLookup.ts';
import { LastFour } from '../services/contract/card.ts';
import { CaseId } from '../services/contract/handoff.ts';
import { NumbersInReferences } from '../services/security/numbersInReferences.ts';
import { Cards } from '../services/tables/card.ts';
import { cardNamed } from './cardNamed.ts';
import { howToNameAMoment, moment } from './moment.ts';
import { entriesTable } from './shownEntries.ts';
import type { Surroundings } from './surroundings.ts';
import { wholeNumber } from './wholeNumber.ts';
import { type OpenBank, withBank } from './withBank.ts';

type Options = Range & {
  card?: string;
  case?: string;
  actor?: string;
  action?: string;
  json?: true;
  limit?: number;
};
type Matches = (entry: ReadEntry, details: AuditDetails) => boolean;

const pageOfTable = 100;

const more = `
Newest first. It shows what is written; whether the trail holds \`audit verify\` says. Telephones are shown as their last four
digits. With --json a line is {"number","at","action","actor","card","details"}; number is null for an entry of the last
second, which has no place in the chain yet. --actor is a login, a remark given with --by, or a channel such as webChat.`;

/** Adds the command that shows the trail. */
export function addShowCommand(
  program: Command,
  around: Omit<Surroundings, 'input' | 'output'>,
  input: NodeJS.ReadableStream,
): void {
  const { terminal, clock } = around;
  program
    .command('show')
    .description('print entries of the trail, the newest first')
    .option(
      '--card <CARD>',
      'of this card: last four digits, reference, or - to read its number from standard input',
    )
    .option('--case <CASE>', 'entries of this case, as `cases list` prints it')
    .option('--since <MOMENT>', `entries from this moment on: ${howToNameAMoment}`, moment(clock))
    .option('--until <MOMENT>', 'entries before this moment', moment(clock))
    .option('--actor <WHO>', 'entries of this actor')
    .option('--action <ACTION>', 'entries of this kind, such as lockReleased')
    .option('--limit <NUMBER>', `how many at most; ${pageOfTable}, or with --json all`, wholeNumber(999_999))
    .option('--before <ENTRY>', 'only entries with a lower number', wholeNumber(Number.MAX_SAFE_INTEGER))
    .option('--json', 'print a line of JSON for each')
    .addHelpText('after', more)
    .action((options: Options) =>
      withBank(around, async (bank) => {
        const matches = await matching(options, bank, input);
        // Waiting entries are chained first, as any other process would do, so that each has a number for `--before`.
        await bank.chaining.chain().catch(() => {});
        const entries = matchingIn(
          readTrail((work) => bank.store.read(work), options),
          matches,
          terminal,
        );
        await (options.json ? showLines : showTable)(entries, options, terminal);
      }),
    );
}

/** The matching entries; it ends when nobody reads the output any more. */
async function* matchingIn(
  pages: AsyncIterable<ReadEntry[]>,
  matches: (entry: ReadEntry) => boolean,
  { isHeard = () => true, progress }: CommandTerminal,
): AsyncGenerator<ShownEntry> {
  for await (const page of pages) {
    if (!isHeard()) return;
    for (const entry of page) if (matches(entry)) yield shownEntry(entry);
    progress?.(`back to entry ${page.at(-1)?.number ?? ''}`);
  }
  progress?.('');
}

async function showLines(
  entries: AsyncIterable<ShownEntry>,
  { limit = Infinity }: Options,
  { out, isHeard = () => true }: CommandTerminal,
): Promise<void> {
  let told = 0;
  for await (const entry of entries) {
    out(`${JSON.stringify(entry)}\n`);
    told += 1;
    if (told >= limit || !isHeard()) return;
  }
}

async function showTable(
  entries: AsyncIterable<ShownEntry>,
  { limit = pageOfTable }: Options,
  { out, isHeard = () => true }: CommandTerminal,
): Promise<void> {
  let page: ShownEntry[] = [];
  let told = 0;
  for await (const entry of entries) {
    page.push(entry);
    told += 1;
    if (page.length < pageOfTable && told < limit) continue;
    out(entriesTable(page));
    const { number } = entry;
    if (told >= limit && number !== null) out(`there may be more: --before ${number}\n`);
    page = [];
    if (told >= limit || !isHeard()) return;
  }
  if (page.length > 0) out(entriesTable(page));
  if (told === 0) out('no such entry\n');
}

/** @throws UnfreezeError `messageInvalid` */
async function matching(
  { card, case: id, actor, action }: Options,
  bank: OpenBank,
  input: NodeJS.ReadableStream,
): Promise<(entry: ReadEntry) => boolean> {
  const wanted: Matches[] = [];
  if (card !== undefined) wanted.push(await ofCard(card, bank, input));
  if (id !== undefined) {
    const parsed = CaseId.safeParse(id.toUpperCase());
    if (!parsed.success)
      throw new UnfreezeError('messageInvalid', '--case: a letter, a dash and four digits, such as K-4821');
    wanted.push((_entry, details) => details.case === parsed.data);
  }
  if (actor !== undefined) wanted.push((_entry, { who, by, channel }) => [who, by, channel].includes(actor));
  if (action !== undefined) wanted.push((entry) => entry.action === action);
  return (entry) => {
    const details = JSON.parse(entry.details) as AuditDetails;
    return wanted.every((matches) => matches(entry, details));
  };
}

/** Matches the entries of a card. Last four digits can belong to several cards; then all of them match. */
async function ofCard(card: string, bank: OpenBank, input: NodeJS.ReadableStream): Promise<Matches> {
  const lastFour = LastFour.safeParse(card);
  if (!lastFour.success) {
    const isOfIt = await calledSo([await cardNamed(card, bank.cardSystem, input)], bank);
    return (_entry, details) => typeof details.card === 'string' && isOfIt(details.card);
  }
  const { data } = lastFour;
  const endsSo = await endingIn(data, bank);
  return (_entry, details) =>
    details.lastFour === data || (typeof details.card === 'string' && endsSo(details.card));
}

/**
 * Returns a function that tells whether a reference is of a card with these last four digits. The reference of another
 * card system holds the number itself.
 */
async function endingIn(lastFour: string, bank: OpenBank): Promise<(reference: string) => boolean> {
  if (!bank.embedded) {
    const numbers = new NumbersInReferences(() => bank.keyRing.secrets('cardReferenceKey'));
    return (reference) => numbers.open(reference)?.endsWith(lastFour) ?? false;
  }
  const found = await new CardLookup(bank).find({ lastFour });
  return calledSo(
    found.map(({ card }) => card),
    bank,
  );
}

/**
 * Returns a function that tells whether a reference is one of these, or the older reference of one of them from before
 * the key of references was rotated.
 */
async function calledSo(
  references: readonly string[],
  { store, cardSystem, embedded, keyRing }: OpenBank,
): Promise<(reference: string) => boolean> {
  if (!embedded) {
    const numbers = new NumbersInReferences(() => keyRing.secrets('cardReferenceKey'));
    const wanted = new Set(references.map((one) => numbers.open(one)));
    return (reference) => wanted.has(numbers.open(reference));
  }
  const now = await Promise.all(references.map((one) => cardSystem.referenceNow(one)));
  const cards = await store.read((manager) => manager.findBy(Cards, { reference: In(now) }));
  const all = new Set([...references, ...cards.flatMap((one) => [one.reference, one.otherReference])]);
  return (reference) => all.has(reference);
}
