import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bank's first tables, in SQL that SQLite and PostgreSQL read alike; newest last, for `down`. */
const tables: Record<string, string> = {
  customers: `
    id varchar PRIMARY KEY,
    name_sealed text NOT NULL,
    latin_name_sealed text NOT NULL,
    phone_sealed text NOT NULL,
    phone_index text NOT NULL UNIQUE,
    language text NOT NULL,
    identity_document_type text,
    identity_document_sealed text,
    identity_document_index text,
    password_verifier text,
    reserved_version integer NOT NULL`,
  cards: `
    id varchar PRIMARY KEY,
    customer_id text NOT NULL REFERENCES customers (id),
    reference text NOT NULL UNIQUE,
    number_sealed text NOT NULL,
    last_four text NOT NULL,
    status text NOT NULL CHECK (status IN ('active', 'frozen', 'closed')),
    version integer NOT NULL,
    password_errors integer NOT NULL`,
  card_freezes: `
    card_id varchar NOT NULL REFERENCES cards (id),
    reason varchar NOT NULL,
    since text NOT NULL,
    PRIMARY KEY (card_id, reason)`,
  frozen_card_records: `
    card varchar PRIMARY KEY,
    package_sealed text NOT NULL,
    stored_at text NOT NULL,
    expires_at text NOT NULL`,
  authentication_requests: `
    id varchar PRIMARY KEY,
    card text NOT NULL,
    channel text NOT NULL,
    address text NOT NULL,
    items text NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'unfrozen', 'locked', 'over')),
    attempt integer NOT NULL,
    attempts_begun integer NOT NULL,
    card_version integer NOT NULL,
    reserved_version integer NOT NULL,
    created_at text NOT NULL,
    expires_at text NOT NULL`,
  authentication_results: `
    authentication_request varchar NOT NULL REFERENCES authentication_requests (id),
    attempt integer NOT NULL,
    item varchar NOT NULL,
    envelope_id text NOT NULL UNIQUE,
    matched boolean NOT NULL,
    claimed_at text NOT NULL,
    checked_at text,
    PRIMARY KEY (authentication_request, attempt, item)`,
  throttles: `
    subject varchar PRIMARY KEY,
    in_a_row integer NOT NULL,
    failed_at text NOT NULL,
    locked_until text,
    needs_release boolean NOT NULL`,
  audit_entries: `
    number integer PRIMARY KEY,
    at text NOT NULL,
    action text NOT NULL,
    details text NOT NULL,
    hash text NOT NULL`,
  outbox: `
    id varchar PRIMARY KEY,
    kind text NOT NULL,
    customer_id text NOT NULL REFERENCES customers (id),
    language text NOT NULL,
    facts text NOT NULL,
    queued_at text NOT NULL,
    sent_at text`,
};

const indexes = [
  'CREATE INDEX cards_customer ON cards (customer_id)',
  'CREATE INDEX authentication_requests_card ON authentication_requests (card, state)',
  'CREATE INDEX outbox_unsent ON outbox (sent_at, queued_at)',
];

export class Bank1764000000000 implements MigrationInterface {
  readonly name = 'Bank1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(tables))
      await runner.query(`CREATE TABLE ${table} (${columns})`);
    for (const index of indexes) await runner.query(index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(tables).reverse()) await runner.query(`DROP TABLE ${table}`);
  }
}
