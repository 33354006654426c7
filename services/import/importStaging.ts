import { DatabaseSync } from 'node:sqlite';
import type { Customer } from '../tables/customer.ts';
import type { SealedCard } from './sealedRows.ts';

/** A staged customer. `password` is sealed; null where none is reserved. */
export type StagedCustomer = { line: number; customer: Customer; password: string | null; isNew: boolean };

const pageSize = 500;

/**
 * The staged rows of an import until all are known to be right. It is a private SQLite database in a file that is
 * already deleted while it is open: it needs little memory, and nothing stays of it however the process ends. The rows
 * are sealed as in the bank's database.
 */
export class ImportStaging {
  readonly #database = new DatabaseSync('');
  readonly #statements;

  constructor() {
    const database = this.#database;
    database.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;
      CREATE TABLE customers (place INTEGER PRIMARY KEY, phone_index TEXT UNIQUE, line, customer, password, is_new);
      CREATE TABLE cards (place INTEGER PRIMARY KEY, reference TEXT UNIQUE, line, sealed);
      BEGIN`);
    this.#statements = {
      addCustomer: database.prepare('INSERT INTO customers VALUES (NULL, ?, ?, ?, ?, ?)'),
      customer: database.prepare('SELECT * FROM customers WHERE phone_index = ?'),
      newCustomers: database.prepare(
        'SELECT * FROM customers WHERE place > ? AND is_new = 1 ORDER BY place LIMIT ?',
      ),
      withPassword: database.prepare(
        'SELECT * FROM customers WHERE place > ? AND is_new = 1 AND password IS NOT NULL ORDER BY place LIMIT ?',
      ),
      newRows: database.prepare(
        'SELECT (SELECT COUNT(*) FROM customers WHERE is_new = 1) + (SELECT COUNT(*) FROM cards WHERE sealed IS NOT NULL) AS rows',
      ),
      protect: database.prepare('UPDATE customers SET customer = ?, password = NULL WHERE phone_index = ?'),
      addCard: database.prepare('INSERT INTO cards VALUES (NULL, ?, ?, ?)'),
      cardLine: database.prepare('SELECT line FROM cards WHERE reference = ?'),
      newCards: database.prepare(
        'SELECT place, sealed FROM cards WHERE place > ? AND sealed IS NOT NULL ORDER BY place LIMIT ?',
      ),
    };
  }

  addCustomer({ line, customer, password, isNew }: StagedCustomer): void {
    const { addCustomer } = this.#statements;
    addCustomer.run(customer.phoneIndex, line, JSON.stringify(customer), password, isNew ? 1 : 0);
  }

  customerWith(phoneIndex: string): StagedCustomer | undefined {
    const row = this.#statements.customer.get(phoneIndex);
    return row && staged(row);
  }

  /** @param sealed null where the bank has the card already */
  addCard(reference: string, line: number, sealed: SealedCard | null): void {
    this.#statements.addCard.run(reference, line, sealed && JSON.stringify(sealed));
  }

  lineOfCard(reference: string): number | undefined {
    const row = this.#statements.cardLine.get(reference);
    return row && Number(row.line);
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
    const counted = this.#statements.newRows.get();
    return Number(counted?.rows);
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
