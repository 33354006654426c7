import { type KeyObject, randomUUID } from 'node:crypto';
import { In } from '../../kit/store/query.ts';
import { passwordPlace, protectedPlace } from '../cardSystem/reservedPlaces.ts';
import { cardReference } from '../security/cardReference.ts';
import { Cards } from '../tables/card.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import type { GoodRow, ReadRow } from './csvRows.ts';
import type { ImportOptions } from './importCustomers.ts';
import type { ImportStaging, StagedCustomer } from './importStaging.ts';
import { differences, hasSamePassword, stagedPasswordPlace } from './sameCustomer.ts';
import { sealedCard, sealedCustomer } from './sealedRows.ts';

export type BadRow = { line: number; problems: string[] };
/**
 * A row with its reference and indexes. `phoneIndex` is under the present key, `phoneIndexes` are under all keys that
 * the customer may be stored under.
 */
type NamedRow = GoodRow & { reference: string; phoneIndex: string; phoneIndexes: readonly string[] };
/** `sibling`: the customer with the same phone in an earlier row. */
type KnownOfRow = KnownToBank & { sibling: StagedCustomer | undefined };
type KnownToBank = { owners: Map<string, string>; customers: Map<string, Customer> };
type ImportCheckOptions = Pick<ImportOptions, 'store' | 'fields' | 'verifiers' | 'clock'> & {
  cardReferenceKey: KeyObject;
  staging: ImportStaging;
  takesPasswords: boolean;
};

/**
 * Stages the good rows and returns the bad ones: those that contradict an earlier row of the file or the bank's data.
 * Rows that the bank has already are not changed, because the bank's may be newer.
 */
export async function stageRows(parts: ImportCheckOptions, rows: ReadRow[]): Promise<BadRow[]> {
  const { fields, cardReferenceKey } = parts;
  const named = rows.map((row) =>
    row.problems
      ? row
      : {
          ...row,
          reference: cardReference(cardReferenceKey, row.card.number),
          phoneIndex: fields.index('phone', row.person.phone),
          phoneIndexes: fields.indexes('phone', row.person.phone),
        },
  );
  const known = await knownToBank(
    parts,
    named.filter((row) => !row.problems),
  );
  const bad: BadRow[] = [];
  for (const row of named) {
    if (row.problems) {
      bad.push({ line: row.line, problems: row.problems });
      continue;
    }
    const sibling = parts.staging.customerWith(row.phoneIndex);
    const problems = problemsOf(parts, row, { ...known, sibling });
    if (problems.length > 0) bad.push({ line: row.line, problems });
    else stage(parts, row, { ...known, sibling });
  }
  return bad;
}

async function knownToBank({ store }: ImportCheckOptions, rows: NamedRow[]): Promise<KnownToBank> {
  return store.read(async (manager) => {
    const references = In(rows.map((row) => row.reference));
    // While the key of references is being rotated, a card may still be stored under the older key.
    const cards = await manager.find(Cards, {
      where: [{ reference: references }, { otherReference: references }],
      select: { reference: true, otherReference: true, customerId: true },
    });
    const phoneIndex = In(rows.flatMap((row) => row.phoneIndexes));
    const customers = await manager.findBy(Customers, { phoneIndex });
    return {
      owners: new Map(
        cards.flatMap(({ reference, otherReference, customerId }) =>
          [reference, otherReference].flatMap((one) => (one ? [[one, customerId] as const] : [])),
        ),
      ),
      customers: new Map(customers.map((customer) => byIndexOfNow(customer, rows))),
    };
  });
}

function byIndexOfNow(customer: Customer, rows: readonly NamedRow[]): [string, Customer] {
  const row = rows.find(({ phoneIndexes }) => phoneIndexes.includes(customer.phoneIndex));
  const phoneIndex = row?.phoneIndex ?? customer.phoneIndex;
  return [phoneIndex, { ...customer, phoneIndex }];
}

function problemsOf(parts: ImportCheckOptions, row: NamedRow, known: KnownOfRow): string[] {
  const { reference, phoneIndex, person } = row;
  const problems: string[] = [];
  if (!parts.takesPasswords && person.reserved.transactionPassword !== null)
    problems.push(
      'transactionPassword is a plain password, which production does not take: see `cards -- protect`',
    );
  const earlier = parts.staging.lineOfCard(reference);
  if (earlier !== undefined) problems.push(`cardNumber is the one of line ${earlier}`);
  const ofBank = known.customers.get(phoneIndex);
  const owner = known.owners.get(reference);
  if (owner !== undefined && owner !== ofBank?.id)
    problems.push('cardNumber is one that the bank has under another customer');
  const { sibling } = known;
  const other = sibling?.customer ?? ofBank;
  const different = other ? differences(parts.fields, person, other) : [];
  if (row.verifier !== null && !parts.verifiers.opens(row.verifier, protectedPlace(person.phone)))
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

function stage(
  parts: ImportCheckOptions,
  { line, person, card, verifier, reference, phoneIndex }: NamedRow,
  known: KnownOfRow,
): void {
  const { fields, verifiers, staging } = parts;
  const customer =
    known.sibling?.customer ??
    known.customers.get(phoneIndex) ??
    sealedCustomer(fields, randomUUID(), person);
  if (verifier !== null && !known.customers.has(phoneIndex))
    customer.passwordVerifier ??= verifiers.closedAnew(
      verifier,
      protectedPlace(person.phone),
      passwordPlace(customer.id),
    );
  if (!known.sibling) {
    const plain = person.reserved.transactionPassword;
    const password = plain && fields.seal(plain, stagedPasswordPlace(customer.id));
    staging.addCustomer({ line, customer, password, isNew: !known.customers.has(phoneIndex) });
  }
  staging.addCard(reference, line, known.owners.has(reference) ? null : sealedCard(parts, customer.id, card));
}
