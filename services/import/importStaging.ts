import { DatabaseSync } from 'node:sqlite';
import type { Customer } from '../tables/customer.ts';
import type { SealedCard } from './sealedRows.ts';

/** A staged customer. `password` is sealed; null where none is reserved. */
export type StagedCustomer = { line: number; customer: Customer; password: string | null; isNew: boolean };

const pageSize = 250;

/**
 * The staged rows of an import until all are known to be right. It is a private SQLite database in a file that is
 * already deleted while it is open: it needs little memory, and nothing stays of it however the process ends. The rows
 * are sealed as in the bank's database.
 */
export class ImportStaging {
  readonly #database = new DatabaseSync('');
  readonly #statements;
  #newRows = 0;

  constructor() {
    const database = this.#database;
    database.exec(`
      PRAGMA page_size = 32768; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -8192;
      CREATE TABLE customers (place INTEGER PRIMARY KEY, phone_index TEXT UNIQUE, line, customer, password, is_new);
      CREATE TABLE cards (place INTEGER PRIMARY KEY, reference TEXT UNIQUE, line, sealed);
      BEGIN`);
    this.#statements = {
      addCustomer: database.prepare('INSERT INTO customers VALUES (NULL, ?, ?, ?, ?, ?)'),
      customers: database.prepare(
        'SELECT * FROM customers WHERE phone_index IN (SELECT value FROM json_each(?))',
      ),
      newCustomers: database.prepare(
        'SELECT * FROM customers WHERE place > ? AND is_new = 1 ORDER BY place LIMIT ?',
      ),
      withPassword: database.prepare(
        'SELECT * FROM customers WHERE place > ? AND is_new = 1 AND password IS NOT NULL ORDER BY place LIMIT ?',
      ),
      protect: database.prepare('UPDATE customers SET customer = ?, password = NULL WHERE phone_index = ?'),
      addCard: database.prepare('INSERT INTO cards VALUES (NULL, ?, ?, ?)'),
      cardLines: database.prepare(
        'SELECT reference, line FROM cards WHERE reference IN (SELECT value FROM json_each(?))',
      ),
      newCards: database.prepare(
        'SELECT place, sealed FROM cards WHERE place > ? AND sealed IS NOT NULL ORDER BY place LIMIT ?',
      ),
    };
  }

  addCustomer({ line, customer, password, isNew }: StagedCustomer): void {
    if (isNew) this.#newRows += 1;
    this.#statements.addCustomer.run(
      customer.phoneIndex,
      line,
      JSON.stringify(customer),
      password,
      isNew ? 1 : 0,
    );
  }

  /** Those of the customers with these phones that are staged, by the index of the phone. */
  customersWith(phoneIndexes: readonly string[]): Map<string, StagedCustomer> {
    const rows = this.#statements.customers.all(JSON.stringify(phoneIndexes)).map(staged);
    return new Map(rows.map((row) => [row.customer.phoneIndex, row]));
  }

  /** @param sealed null where the bank has the card already */
  addCard(reference: string, line: number, sealed: SealedCard | null): void {
    if (sealed) this.#newRows += 1;
    this.#statements.addCard.run(reference, line, sealed && JSON.stringify(sealed));
  }

  /** The lines of those of these cards that are staged, by their references. */
  linesOfCards(references: readonly string[]): Map<string, number> {
    const rows = this.#statements.cardLines.all(JSON.stringify(references));
    return new Map(rows.map(({ reference, line }) => [String(reference), Number(line)]));
  }

  /** Replaces a staged customer and their sealed password by the customer with a verifier. */
  protect(customer: Customer): void {
    this.#statements.protect.run(JSON.stringify(customer), customer.phoneIndex);
  }

  *customersWithPassword(): Generator<StagedCustomer[]> {
    for (const page of pages(this.#statements.withPassword)) yield page.map(staged);
  }

  *newCustomers(): Generator<Customer[]> {
    for (const page of pages(this.#statements.newCustomers)) yield page.map((row) => staged(row).customer);
  }

  *newCards(): Generator<SealedCard[]> {
    for (const page of pages(this.#statements.newCards))
      yield page.map(({ sealed }) => JSON.parse(String(sealed)) as SealedCard);
  }

  /** How many rows of customers and cards are to be written. */
  newRows(): number {
    return this.#newRows;
  }

  close(): void {
    this.#database.close();
  }
}

type Row = Record<string, unknown>;

function* pages(statement: ReturnType<DatabaseSync['prepare']>): Generator<Row[]> {
  for (let last = 0; ; ) {
    const rows: Row[] = statement.all(last, pageSize);
    if (rows.length === 0) return;
    yield rows;
    last = Number(rows.at(-1)?.place);
  }
}

function staged({ line, customer, password, is_new }: Row): StagedCustomer {
  return {
    line: Number(line),
    customer: JSON.parse(String(customer)) as Customer,
    password: password === null ? null : String(password),
    isNew: is_new === 1,
  };
}
