import * as z from 'zod';
import { CardNumber } from '../contract/card.ts';
import { FreezeReason, freezeReasons } from '../contract/freezeReason.ts';
import {
  IdentityDocumentNumber,
  IdentityDocumentType,
  identityDocumentTypes,
} from '../contract/identityDocument.ts';
import { Language, languages } from '../contract/language.ts';
import { TransactionPassword } from '../contract/transactionPassword.ts';
import { csvRecords } from './csvRecords.ts';
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
  transactionPassword: z.union([notReserved, TransactionPassword]),
  cardNumber: CardNumber,
  status: z.enum(statuses),
  freezeReasons: z.array(FreezeReason).refine((reasons) => new Set(reasons).size === reasons.length),
});
type Column = keyof typeof CardRow.shape;
export const columns = Object.keys(CardRow.shape) as Column[];

/** What is wrong with a cell, without what stands in it. */
const rules: Record<Column, string> = {
  name: 'is empty',
  latinName: 'is empty',
  phone: 'is not a number in E.164 form, + and the country code first',
  language: `is none of ${languages.join(', ')}`,
  identityDocumentType: `is neither empty nor one of ${identityDocumentTypes.join(', ')}`,
  identityDocument: 'is neither empty nor the number of an identity document',
  transactionPassword: 'is neither empty nor six digits',
  cardNumber: 'is not 13 to 19 digits with a right check digit',
  status: `is none of ${statuses.join(', ')}`,
  freezeReasons: `is not a list, with ; between, of ${freezeReasons.join(', ')}, each once`,
};

/** A row of the file: a card and whose it is, or everything that is wrong with it. `line` is where it begins, from 1. */
export type ReadRow =
  | { line: number; problems: string[]; person?: never; card?: never }
  | { line: number; problems?: never; person: ImportedPerson; card: ImportedCard };

/** The rows of a file of cards, in its order. What cannot be read at all is its last row, with that as its problem. */
export async function* csvRows(file: AsyncIterable<Buffer>): AsyncGenerator<ReadRow> {
  let header: string[] | undefined;
  try {
    for await (const { line, cells } of csvRecords(file)) {
      if (header) {
        yield { line, ...readCells(cells) };
        continue;
      }
      header = cells;
      if (header.join() !== columns.join()) throw new Unreadable(line, `is not the header ${columns.join()}`);
    }
    if (!header) throw new Unreadable(1, 'is missing: the file is empty');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield { line: error.line, problems: [`the row ${error.message}; what follows was not read`] };
  }
}

type Cells = { problems: string[] } | { person: ImportedPerson; card: ImportedCard };

function readCells(cells: string[]): Cells {
  if (cells.length !== columns.length)
    return { problems: [`the row has ${cells.length} cells, not ${columns.length}`] };
  const given: Record<string, unknown> = Object.fromEntries(columns.map((name, at) => [name, cells[at]]));
  const reasons = String(given.freezeReasons);
  given.freezeReasons = reasons === '' ? [] : reasons.split(';').map((reason) => reason.trim());
  const { data, error } = CardRow.safeParse(given);
  const broken = new Set(error?.issues.map(({ path }) => path[0]));
  const problems = columns.filter((name) => broken.has(name)).map((name) => `${name} ${rules[name]}`);
  if ((given.identityDocumentType === '') !== (given.identityDocument === ''))
    problems.push('identityDocumentType and identityDocument are not both given or both empty');
  if (given.status === 'frozen' && reasons === '') problems.push('a frozen card has no freezeReasons');
  if ((given.status === 'active' || given.status === 'closed') && reasons !== '')
    problems.push('a card that is not frozen has freezeReasons');
  return data && problems.length === 0 ? inTheirPlaces(data) : { problems };
}

function inTheirPlaces(row: z.infer<typeof CardRow>): Cells {
  const { name, latinName, phone, language, transactionPassword, cardNumber: number, status } = row;
  const { identityDocumentType: type, identityDocument: document } = row;
  const identityDocument = type && document ? { type, number: document } : null;
  return {
    person: { name, latinName, phone, language, reserved: { identityDocument, transactionPassword } },
    card: { number, status, freezeReasons: row.freezeReasons },
  };
}
