import { createHash, type Hash } from 'node:crypto';
import { counted } from '../../kit/counted.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { Audit } from '../audit/audit.ts';
import type { ByHand } from '../contract/byHand.ts';
import type { PasswordLengths } from '../contract/passwordLengths.ts';
import { FieldSealing } from '../security/fieldSealing.ts';
import { PasswordVerifiers } from '../security/passwordVerifier.ts';
import { CardFreezes, Cards } from '../tables/card.ts';
import { Customers } from '../tables/customer.ts';
import { locks } from '../tables/locks.ts';
import { bytesOf, inBatches } from './cardFile.ts';
import { csvRows } from './csvRows.ts';
import { HeldKeys } from './heldKeys.ts';
import { type BadRow, stageRows } from './importCheck.ts';
import type { ImportOptions } from './importCustomers.ts';
import { protectPasswords } from './importPasswords.ts';
import { ImportStaging } from './importStaging.ts';

type ImportFileOptions = Pick<ImportOptions, 'store' | 'keyRing' | 'clock'> & {
  audit: Audit;
  by: ByHand;
  /** Whether a column with plain passwords is accepted. */
  takesPasswords: boolean;
  /** Called with every bad row, in the order of the file. */
  badRow: (row: BadRow) => void;
  /** How many digits the bank's transaction passwords have. */
  passwordLengths?: PasswordLengths | undefined;
  progress: (text: string) => void;
  /** Called with what has to be known before the rows are written. */
  notice: (text: string) => void;
};

/** The result of an import: the new customers and cards, and the cards that were there already. */
export type Imported = { customers: number; cards: number; already: number };

/** How long SQLite takes for so many rows, as it was measured; a slow machine needs longer. */
const secondsOfWriting = (rows: number) => Math.ceil(rows / 20_000);

/**
 * The rows of one batch. Their cards and phones are the parameters of one query each. Of many more, the memory would be freed late,
 * by a collection of everything that the process holds.
 */
export const together = 100;

/**
 * Imports a file of cards into the embedded card system, all of it or nothing. The file is read once, in three parts:
 * rows are checked and staged, sealed, outside the bank's database; then the passwords become verifiers, which takes
 * longest; then one transaction copies the new rows. So a crash leaves nothing behind, the rows written are the rows
 * checked, and the database is busy only for the last part.
 * @throws UnfreezeError `messageInvalid` where the file cannot be read or has a bad row; then nothing was changed
 */
export async function importFile(parts: ImportFileOptions, file: string): Promise<Imported> {
  const staging = new ImportStaging();
  try {
    const keys = new HeldKeys(parts.keyRing);
    const fields = new FieldSealing(keys);
    const { cardReferenceKey } = keys;
    const verifiers = new PasswordVerifiers(fields);
    const hash = createHash('sha256');
    const bytes = hashed(bytesOf(file), hash);
    const rows = await readAndStage({ ...parts, fields, verifiers, cardReferenceKey, staging }, bytes);
    await protectPasswords({ ...parts, fields, verifiers }, staging);
    // The hash itself is not stored: whoever knows the rest of a file could search it for a password of six digits.
    const fileIndex = fields.index('importedFile', hash.digest('hex'));
    return await writeAll(parts, { staging, fieldKey: keys.fieldKey.id, rows, fileIndex });
  } finally {
    staging.close();
  }
}

async function readAndStage(
  parts: ImportFileOptions & Parameters<typeof stageRows>[0],
  bytes: AsyncIterable<Buffer>,
): Promise<number> {
  let rows = 0;
  let bad = 0;
  for await (const some of inBatches(csvRows(bytes, parts.passwordLengths), together)) {
    rows += some.length;
    for (const row of await stageRows(parts, some)) {
      bad += 1;
      parts.badRow(row);
    }
    parts.progress(`${counted(rows, 'row')} checked`);
  }
  if (bad === 0) return rows;
  throw new UnfreezeError('messageInvalid', `refused: ${counted(bad, 'bad row')}; nothing was imported`);
}

const customerRows = new PreparedTable(Customers);
const cardRows = new PreparedTable(Cards);
const freezeRows = new PreparedTable(CardFreezes);

type Staged = { staging: ImportStaging; fieldKey: string; rows: number; fileIndex: string };

async function writeAll(
  { store, keyRing, audit, by, clock, progress, notice }: ImportFileOptions,
  { staging, fieldKey, rows, fileIndex }: Staged,
): Promise<Imported> {
  const time = secondsOfWriting(staging.newRows());
  if (store.hasOneWriter && time > 1)
    notice(`for about ${counted(time, 'second')} nobody else can write to the database`);
  return store.transaction([locks.imports, locks.seals], async (manager) => {
    // Rows sealed under a key that `keys rewrap` has destroyed meanwhile could never be read.
    if (keyRing.fieldKey.id !== fieldKey)
      throw new UnfreezeError('keysUnusable', 'the keys were rotated during the import: import again');
    const written = { customers: 0, cards: 0 };
    for (const customers of staging.newCustomers()) {
      await customerRows.insertMany(manager, customers);
      written.customers += customers.length;
      progress(`${counted(written.customers, 'customer')} written`);
    }
    for (const sealed of staging.newCards()) {
      await cardRows.insertMany(
        manager,
        sealed.map(({ card }) => card),
      );
      await freezeRows.insertMany(
        manager,
        sealed.flatMap((one) => one.freezes),
      );
      written.cards += sealed.length;
      progress(`${counted(written.cards, 'card')} written`);
    }
    const imported = { ...written, already: rows - written.cards };
    await audit.write(manager, clock(), 'cardsImported', { ...imported, file: fileIndex, ...by });
    return imported;
  });
}

async function* hashed(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const some of bytes) {
    hash.update(some);
    yield some;
  }
}
