import * as z from 'zod';
import { Language, languages } from '../../kit/language.ts';
import { CardNumber } from '../contract/card.ts';
import { FreezeReason, freezeReasons } from '../contract/freezeReason.ts';
import {
  IdentityDocumentNumber,
  IdentityDocumentType,
  identityDocumentTypes,
} from '../contract/items/identityDocument.ts';
import { checkTransactionPassword, transactionPasswordOf } from '../contract/items/transactionPassword.ts';
import {
  isUsual,
  type PasswordLengths,
  usualPasswordLengths,
  widestPasswordLengths,
} from '../contract/passwordLengths.ts';
import { verifierForm } from '../security/passwordVerifier.ts';
import { type CsvRecord, csvRecords } from './csvRecords.ts';
import { likelyCause } from './headerCause.ts';
import type { ImportedCard, ImportedPerson } from './importCustomers.ts';
import { Unreadable } from './utf8Lines.ts';

const statuses = ['active', 'frozen', 'closed'] as const;
const notReserved = z.literal('').transform(() => null);

const CardRow = z.object({
  name: z.string().min(1),
  latinName: z.string().min(1),
  phone: z.e164(),
  language: Language,
  identityDocumentType: z.union([notReserved, IdentityDocumentType]),
  identityDocument: z.union([notReserved, IdentityDocumentNumber]),
  transactionPassword: z.union([notReserved, transactionPasswordOf(widestPasswordLengths)]),
  cardNumber: CardNumber,
  status: z.enum(statuses),
  freezeReasons: z.array(FreezeReason).refine((reasons) => new Set(reasons).size === reasons.length),
});
const ProtectedCardRow = CardRow.omit({ transactionPassword: true }).extend({
  transactionPasswordVerifier: z.union([notReserved, z.string().regex(verifierForm)]),
});
type Column = keyof typeof CardRow.shape;
type ProtectedColumn = keyof typeof ProtectedCardRow.shape;
export const columns = Object.keys(CardRow.shape) as Column[];
/** The columns of a file that `cards protect` has written: with a verifier instead of the password. */
export const protectedColumns = columns.map(
  (name): ProtectedColumn => (name === 'transactionPassword' ? 'transactionPasswordVerifier' : name),
);

/** The rule that each cell must follow, worded so that it never shows the cell's content. */
const rules: Record<Column | ProtectedColumn, string> = {
  name: 'is empty',
  latinName: 'is empty',
  phone: 'is not a number in E.164 form, + and the country code first',
  language: `is none of ${languages.join(', ')}`,
  identityDocumentType: `is neither empty nor one of ${identityDocumentTypes.join(', ')}`,
  identityDocument: 'is neither empty nor the number of an identity document',
  transactionPassword: 'is neither empty nor six digits',
  transactionPasswordVerifier: 'is neither empty nor a verifier that `cards -- protect` has made',
  cardNumber: 'is not 13 to 19 digits with a right check digit',
  status: `is none of ${statuses.join(', ')}`,
  freezeReasons: `is not a list, with ; between, of ${freezeReasons.join(', ')}, each once`,
};

/** A card and its customer. `verifier` replaces the password in a protected file. */
type Given = { person: ImportedPerson; card: ImportedCard; verifier: string | null };

/** A row of the file, or all its problems. `line` is where it begins, from 1. */
export type ReadRow = { line: number; problems: string[]; person?: never; card?: never } | GoodRow;
export type GoodRow = { line: number; problems?: never } & Given;

/**
 * Reads the rows of a file of cards in their order, those of a block together. A part that cannot be read at all becomes the last
 * row, as a problem.
 * @param lengths those of the bank's passwords
 */
export async function* csvRows(
  file: AsyncIterable<Buffer>,
  lengths: PasswordLengths = usualPasswordLengths,
): AsyncGenerator<ReadRow[]> {
  let read: ReadCells | undefined;
  try {
    for await (const records of csvRecords(file)) {
      const header = read ? undefined : records.shift();
      if (header) read = readerUnder(header, lengths);
      if (read) yield rowsOf(records, read);
    }
    if (!read) throw new Unreadable(1, 'is missing: the file is empty');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield [{ line: error.line, problems: [`the row ${error.message}; what follows was not read`] }];
  }
}

type ReadCells = (cells: string[]) => Cells;

function rowsOf(records: readonly CsvRecord[], read: ReadCells): ReadRow[] {
  return records.map(({ line, cells }) => ({ line, ...read(cells) }));
}

/** How the rows under a header are read. @throws Unreadable at another header than the two that there are */
function readerUnder({ line, cells: header }: CsvRecord, lengths: PasswordLengths): ReadCells {
  if (header.join() === columns.join()) return (cells) => plainCells(cells, lengths);
  if (header.join() === protectedColumns.join()) return protectedCells;
  throw new Unreadable(line, `is not the header ${columns.join()}${likelyCause(header, wantedFor(header))}`);
}

function wantedFor(header: readonly string[]): readonly string[] {
  return header.includes('transactionPasswordVerifier') ? protectedColumns : columns;
}

type Cells = { problems: string[] } | Given;

function plainCells(cells: string[], lengths: PasswordLengths): Cells {
  const { data, problems: wrong } = readCells(CardRow, columns, cells);
  const password = data?.transactionPassword ?? null;
  const isWrong = password !== null && checkTransactionPassword(password, lengths).problem !== undefined;
  const problems = isWrong ? [...wrong, `transactionPassword ${rules.transactionPassword}`] : wrong;
  const isOther = (problem: string) => problem.startsWith('transactionPassword ') && !isUsual(lengths);
  const { shortest, longest } = lengths;
  const said = `transactionPassword is neither empty nor ${shortest === longest ? shortest : `${shortest} to ${longest}`} digits`;
  if (isWrong || !data) return { problems: problems.map((one) => (isOther(one) ? said : one)) };
  return { ...inTheirPlaces(data, password), verifier: null };
}

function protectedCells(cells: string[]): Cells {
  const { data, problems } = readCells(ProtectedCardRow, protectedColumns, cells);
  return data ? { ...inTheirPlaces(data, null), verifier: data.transactionPasswordVerifier } : { problems };
}

function readCells<Row>(
  schema: z.ZodType<Row>,
  names: readonly (Column | ProtectedColumn)[],
  cells: string[],
): { data?: Row; problems: string[] } {
  if (cells.length !== names.length)
    return { problems: [`the row has ${cells.length} cells, not ${names.length}`] };
  const given: Record<string, unknown> = Object.fromEntries(names.map((name, at) => [name, cells[at]]));
  const reasons = String(given.freezeReasons);
  given.freezeReasons = reasons === '' ? [] : reasons.split(';').map((reason) => reason.trim());
  const { data, error } = schema.safeParse(given);
  const problems = error ? problemsIn(names, error) : [];
  if ((given.identityDocumentType === '') !== (given.identityDocument === ''))
    problems.push('identityDocumentType and identityDocument are not both given or both empty');
  if (given.status === 'frozen' && reasons === '') problems.push('a frozen card has no freezeReasons');
  if ((given.status === 'active' || given.status === 'closed') && reasons !== '')
    problems.push('a card that is not frozen has freezeReasons');
  return data && problems.length === 0 ? { data, problems } : { problems };
}

function problemsIn(names: readonly (Column | ProtectedColumn)[], { issues }: z.ZodError): string[] {
  const broken = new Set(issues.map(({ path }) => path[0]));
  return names.filter((name) => broken.has(name)).map((name) => `${name} ${rules[name]}`);
}

function inTheirPlaces(
  row: Omit<z.infer<typeof CardRow>, 'transactionPassword'>,
  transactionPassword: string | null,
): Omit<Given, 'verifier'> {
  const { name, latinName, phone, language, cardNumber: number, status } = row;
  const { identityDocumentType: type, identityDocument: document } = row;
  const identityDocument = type && document ? { type, number: document } : null;
  return {
    person: { name, latinName, phone, language, reserved: { identityDocument, transactionPassword } },
    card: { number, status, freezeReasons: row.freezeReasons },
  };
}
