import { type KeyObject, randomUUID } from 'node:crypto';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import { passwordPlace, protectedPlace } from '../cardSystem/reservedPlaces.ts';
import type { CardReference } from '../contract/card.ts';
import { cardReference } from '../security/cardReference.ts';
import type { OpenVerifier } from '../security/passwordVerifier.ts';
import { Cards } from '../tables/card.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import type { GoodRow, ReadRow } from './csvRows.ts';
import type { ImportOptions } from './importCustomers.ts';
import type { ImportStaging, StagedCustomer } from './importStaging.ts';
import { differences, hasSamePassword, stagedPasswordPlace } from './sameCustomer.ts';
import { sealedCard, sealedCustomer } from './sealedRows.ts';

export type BadRow = { line: number; problems: string[] };
/**
 * A row with its reference, its indexes and its verifier, which is undefined where it does not open. `phoneIndex` is under
 * the present key, `phoneIndexes` are under all keys that the customer may be stored under.
 */
type NamedRow = GoodRow & {
  reference: CardReference;
  phoneIndex: string;
  phoneIndexes: readonly string[];
  opened: OpenVerifier | undefined;
};
/** The owners of cards by reference, and customers by the index of their phone. */
type KnownToBank = { owners: Map<string, string>; customers: Map<string, Customer> };
/** From earlier rows of the file: customers by the index of their phone, and the lines of cards by reference. */
type KnownOfFile = { siblings: Map<string, StagedCustomer>; lines: Map<string, number> };
type Known = KnownToBank & KnownOfFile;
type ImportCheckOptions = Pick<ImportOptions, 'store' | 'fields' | 'verifiers' | 'clock'> & {
  cardReferenceKey: KeyObject;
  staging: ImportStaging;
  takesPasswords: boolean;
};

/**
 * Stages the good rows and returns the bad ones: those that contradict an earlier row of the file or the bank's data.
 * Rows that the bank has already are not changed, because the bank's may be newer. What is known of the rows is asked for once
 * for all of them.
 */
export async function stageRows(parts: ImportCheckOptions, rows: ReadRow[]): Promise<BadRow[]> {
  const named = rows.map((row) => (row.problems ? row : namedRow(parts, row)));
  const good = named.filter((row) => !row.problems);
  const known: Known = { ...(await knownToBank(parts, good)), ...knownOfFile(parts, good) };
  const bad: BadRow[] = [];
  for (const row of named) {
    const problems = row.problems ?? problemsOf(parts, row, known);
    if (row.problems || problems.length > 0) bad.push({ line: row.line, problems });
    else stage(parts, row, known);
  }
  return bad;
}

function namedRow({ fields, verifiers, cardReferenceKey }: ImportCheckOptions, row: GoodRow): NamedRow {
  const { person, card, verifier } = row;
  const phoneIndexes = fields.indexes('phone', person.phone);
  return {
    ...row,
    reference: cardReference(cardReferenceKey, card.number),
    phoneIndex: phoneIndexes[0] ?? fields.index('phone', person.phone),
    phoneIndexes,
    opened: verifier === null ? undefined : verifiers.opened(verifier, protectedPlace(person.phone)),
  };
}

const cardRows = new PreparedTable(Cards);
const customerRows = new PreparedTable(Customers);

async function knownToBank({ store }: ImportCheckOptions, rows: NamedRow[]): Promise<KnownToBank> {
  if (rows.length === 0) return { owners: new Map(), customers: new Map() };
  const references = rows.map((row) => row.reference);
  const indexOfNow = new Map(
    rows.flatMap(({ phoneIndex, phoneIndexes }) => phoneIndexes.map((one) => [one, phoneIndex])),
  );
  return store.read(async (manager) => {
    // While the key of references is being rotated, a card may still be stored under the older key.
    const cards = await cardRows.select(manager, {
      that: `{reference} IN ${listOf(references)} OR {otherReference} IN ${listOf(references)}`,
      values: [...references, ...references],
    });
    const phones = [...indexOfNow.keys()];
    const customers = await customerRows.select(manager, {
      that: `{phoneIndex} IN ${listOf(phones)}`,
      values: phones,
    });
    return {
      owners: new Map(
        cards.flatMap(({ reference, otherReference, customerId }) =>
          [reference, otherReference].flatMap((one) => (one ? [[one, customerId] as const] : [])),
        ),
      ),
      customers: new Map(
        customers.map((customer) => {
          const phoneIndex = indexOfNow.get(customer.phoneIndex) ?? customer.phoneIndex;
          return [phoneIndex, { ...customer, phoneIndex }];
        }),
      ),
    };
  });
}

/** As SQL has it, with a question mark for each value. */
function listOf(values: readonly string[]): string {
  return `(${values.map(() => '?').join()})`;
}

function knownOfFile({ staging }: ImportCheckOptions, rows: readonly NamedRow[]): KnownOfFile {
  return {
    siblings: staging.customersWith(rows.map(({ phoneIndex }) => phoneIndex)),
    lines: staging.linesOfCards(rows.map(({ reference }) => reference)),
  };
}

function problemsOf(parts: ImportCheckOptions, row: NamedRow, known: Known): string[] {
  const { reference, phoneIndex, person } = row;
  const problems: string[] = [];
  if (!parts.takesPasswords && person.reserved.transactionPassword !== null)
    problems.push(
      'transactionPassword is a plain password, which production does not take: see `cards -- protect`',
    );
  const earlier = known.lines.get(reference);
  if (earlier !== undefined) problems.push(`cardNumber is the one of line ${earlier}`);
  const ofBank = known.customers.get(phoneIndex);
  const owner = known.owners.get(reference);
  if (owner !== undefined && owner !== ofBank?.id)
    problems.push('cardNumber is one that the bank has under another customer');
  const sibling = known.siblings.get(phoneIndex);
  const other = sibling?.customer ?? ofBank;
  const different = other ? differences(parts.fields, person, other) : [];
  if (row.verifier !== null && !row.opened)
    problems.push('transactionPasswordVerifier was not made for this phone with the keys of KEYS_FILE');
  else if (ofBank ? !hasPasswordToo(row, ofBank) : sibling && !hasSamePassword(parts, row, sibling))
    different.push('transactionPassword');
  const whose = sibling ? `in line ${sibling.line}` : 'at the bank';
  if (different.length > 0)
    problems.push(`${different.join(', ')} differs from the customer with this phone ${whose}`);
  return problems;
}

/**
 * Checks only whether the bank has a password too, and not which: otherwise an import could be used to try passwords.
 */
function hasPasswordToo({ person, verifier }: GoodRow, { passwordVerifier }: Customer): boolean {
  return (person.reserved.transactionPassword !== null || verifier !== null) === (passwordVerifier !== null);
}

function stage(parts: ImportCheckOptions, row: NamedRow, known: Known): void {
  const { line, card, reference, phoneIndex } = row;
  const { customer } = known.siblings.get(phoneIndex) ?? stageCustomer(parts, row, known);
  parts.staging.addCard(
    reference,
    line,
    known.owners.has(reference) ? null : sealedCard(parts, customer.id, card, reference),
  );
  known.lines.set(reference, line);
}

function stageCustomer(
  { fields, verifiers, staging }: ImportCheckOptions,
  { line, person, opened, phoneIndex }: NamedRow,
  known: Known,
): StagedCustomer {
  const ofBank = known.customers.get(phoneIndex);
  const customer = ofBank ?? sealedCustomer(fields, randomUUID(), person, phoneIndex);
  if (opened && !ofBank) customer.passwordVerifier = verifiers.closed(opened, passwordPlace(customer.id));
  const plain = person.reserved.transactionPassword;
  const password = plain && fields.seal(plain, stagedPasswordPlace(customer.id));
  const staged = { line, customer, password, isNew: !ofBank };
  staging.addCustomer(staged);
  known.siblings.set(phoneIndex, staged);
  return staged;
}
