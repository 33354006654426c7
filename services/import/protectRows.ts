import { createHash } from 'node:crypto';
import { counted } from '../../kit/counted.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { protectedPlace } from '../cardSystem/reservedPlaces.ts';
import type { PasswordLengths } from '../contract/passwordLengths.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { PasswordVerifiers } from '../security/passwordVerifier.ts';
import { inBatches } from './cardFile.ts';
import { csvRows, type GoodRow, protectedColumns, type ReadRow } from './csvRows.ts';
import type { BadRow } from './importCheck.ts';

type ProtectedRowsOptions = {
  fields: FieldSealing;
  verifiers: PasswordVerifiers;
  /** Called with every bad row, in the order of the file. */
  badRow: (row: BadRow) => void;
  /** How many digits the bank's transaction passwords have. */
  passwordLengths?: PasswordLengths;
  progress: (text: string) => void;
};

/** The passwords that are hashed at once; libuv works on as many of them as it has threads. */
const together = 32;

/**
 * Writes the rows of a file of cards as lines of CSV with verifiers instead of plain passwords. A verifier is sealed
 * with the field key and opens only in a row with the same phone.
 * @throws UnfreezeError `messageInvalid` at the end of a file with a bad row; no line is given after the first bad row
 */
export async function* protectedRows(
  parts: ProtectedRowsOptions,
  file: AsyncIterable<Buffer>,
): AsyncGenerator<string> {
  let rows = 0;
  let bad = 0;
  yield `${protectedColumns.join()}\n`;
  for await (const some of inBatches(csvRows(file, parts.passwordLengths), together)) {
    for (const row of some) {
      const problems = problemsOf(row);
      if (problems.length === 0) continue;
      bad += 1;
      parts.badRow({ line: row.line, problems });
    }
    if (bad === 0) {
      const lines = await Promise.all(some.map((row) => (row.problems ? '' : protectedLine(parts, row))));
      yield lines.join('');
    }
    rows += some.length;
    parts.progress(`${counted(rows, 'row')} read`);
  }
  if (bad > 0) throw new UnfreezeError('messageInvalid', `refused: ${counted(bad, 'bad row')}`);
}

function problemsOf(row: ReadRow): string[] {
  if (row.problems) return row.problems;
  return row.verifier === null
    ? []
    : ['transactionPasswordVerifier is there already: it needs no protecting'];
}

async function protectedLine(
  { fields, verifiers }: ProtectedRowsOptions,
  { person, card }: GoodRow,
): Promise<string> {
  const { name, latinName, phone, language, reserved } = person;
  const { identityDocument: document, transactionPassword } = reserved;
  // All rows of a customer get the same salt, so that an import sees whether their passwords are the same.
  const salt = createHash('sha256')
    .update(fields.firstIndex('protectedSalt', phone))
    .digest()
    .subarray(0, 16);
  const verifier =
    transactionPassword && (await verifiers.protect(transactionPassword, protectedPlace(phone), salt));
  const cells: Record<(typeof protectedColumns)[number], string> = {
    name,
    latinName,
    phone,
    language,
    identityDocumentType: document?.type ?? '',
    identityDocument: document?.number ?? '',
    transactionPasswordVerifier: verifier ?? '',
    cardNumber: card.number,
    status: card.status,
    freezeReasons: card.freezeReasons.join(';'),
  };
  return `${protectedColumns.map((column) => quoted(cells[column])).join()}\n`;
}

/** A cell in quotes, as in RFC 4180. */
function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
