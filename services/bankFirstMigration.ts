import type { FirstMigration } from '../kit/store/firstMigration.ts';

/**
 * The bank's tables as the first version made them, in SQL that SQLite and PostgreSQL both read. Later changes are
 * migrations of the tables' owners, with names that begin with `Bank`.
 */
export const bankFirstMigration: FirstMigration = {
  name: 'BankTables1764000160000',
  replaces: [
    'Bank1764000000000',
    'BankIdempotency1764000002000',
    'BankQueryCounts1764000003000',
    'BankCardSystem1764000010000',
    'BankThrottling1764000020000',
    'BankRetention1764000040000',
    'BankOutboxTries1764000095000',
    'BankSecureLinks1764000100000',
    'BankDisownments1764000120000',
  ],
  tables: {
    customers: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
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
    },
    cards: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        customer_id text NOT NULL,
        reference text NOT NULL UNIQUE,
        number_sealed text NOT NULL,
        last_four text NOT NULL,
        status text NOT NULL,
        version integer NOT NULL,
        password_errors integer NOT NULL,
        CONSTRAINT "cards_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers" (id),
        CONSTRAINT "cards_status_check" CHECK (status IN ('active', 'frozen', 'closed'))`,
      indexes: ['CREATE INDEX cards_customer ON cards (customer_id)'],
    },
    card_freezes: {
      columns: `
        card_id varchar NOT NULL,
        reason varchar NOT NULL,
        since text NOT NULL,
        PRIMARY KEY (card_id, reason),
        CONSTRAINT "card_freezes_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "cards" (id)`,
    },
    frozen_card_records: {
      columns: `
        card varchar PRIMARY KEY NOT NULL,
        package_sealed text NOT NULL,
        stored_at text NOT NULL,
        expires_at text NOT NULL`,
      indexes: ['CREATE INDEX frozen_card_records_expiry ON frozen_card_records (expires_at)'],
    },
    authentication_requests: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        card text NOT NULL,
        channel text NOT NULL,
        address text NOT NULL,
        items text NOT NULL,
        state text NOT NULL,
        attempt integer NOT NULL,
        attempts_begun integer NOT NULL,
        card_version integer NOT NULL,
        reserved_version integer NOT NULL,
        created_at text NOT NULL,
        expires_at text NOT NULL,
        CONSTRAINT "authentication_requests_state_check" CHECK (state IN ('open', 'unfrozen', 'locked', 'over'))`,
      indexes: [
        'CREATE INDEX authentication_requests_card ON authentication_requests (card, state)',
        'CREATE INDEX authentication_requests_expiry ON authentication_requests (expires_at)',
      ],
    },
    authentication_results: {
      columns: `
        authentication_request varchar NOT NULL,
        attempt integer NOT NULL,
        item varchar NOT NULL,
        envelope_id text NOT NULL UNIQUE,
        matched boolean NOT NULL,
        claimed_at text NOT NULL,
        checked_at text,
        PRIMARY KEY (authentication_request, attempt, item),
        CONSTRAINT "authentication_results_authentication_request_fkey" FOREIGN KEY ("authentication_request") REFERENCES "authentication_requests" (id)`,
    },
    audit_entries: {
      columns: `
        number integer PRIMARY KEY NOT NULL,
        at text NOT NULL,
        action text NOT NULL,
        details text NOT NULL,
        hash text NOT NULL`,
    },
    outbox: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        kind text NOT NULL,
        customer_id text NOT NULL,
        language text NOT NULL,
        facts text NOT NULL,
        queued_at text NOT NULL,
        sent_at text,
        tries integer NOT NULL DEFAULT 0,
        next_try_at text NOT NULL DEFAULT '',
        given_up_at text,
        token_sealed text,
        expires_at text,
        CONSTRAINT "outbox_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers" (id)`,
      indexes: ['CREATE INDEX outbox_unsent ON outbox (sent_at, queued_at)'],
    },
    idempotent_requests: {
      columns: `
        key varchar PRIMARY KEY NOT NULL,
        fingerprint text NOT NULL,
        answer text,
        refusal text,
        claimed_at text NOT NULL`,
      indexes: ['CREATE INDEX idempotent_requests_claimed ON idempotent_requests (claimed_at)'],
    },
    query_counts: {
      columns: `
        subject varchar PRIMARY KEY NOT NULL,
        since text NOT NULL,
        count integer NOT NULL`,
      indexes: ['CREATE INDEX query_counts_since ON query_counts (since)'],
    },
    claimed_unfreezings: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        authentication_request text NOT NULL,
        envelope_id text NOT NULL UNIQUE,
        card text NOT NULL,
        last_four text NOT NULL,
        card_version integer NOT NULL,
        freezes text NOT NULL,
        customer_id text NOT NULL,
        language text NOT NULL,
        reserved_version integer NOT NULL,
        channel text NOT NULL,
        claimed_at text NOT NULL,
        idempotency_key text,
        answer text,
        concluded_at text`,
      indexes: [
        'CREATE UNIQUE INDEX claimed_unfreezings_open ON claimed_unfreezings (card) WHERE concluded_at IS NULL',
        'CREATE INDEX claimed_unfreezings_concluded ON claimed_unfreezings (concluded_at)',
      ],
    },
    counted_password_checks: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        counted_at text NOT NULL`,
      indexes: ['CREATE INDEX counted_password_checks_counted ON counted_password_checks (counted_at)'],
    },
    failed_attempts: {
      columns: `
        authentication_request varchar NOT NULL,
        attempt integer NOT NULL,
        card text NOT NULL,
        customer text NOT NULL,
        channel text NOT NULL,
        user_terminal text,
        network text,
        at text NOT NULL,
        ended_request_at text,
        PRIMARY KEY (authentication_request, attempt)`,
      indexes: [
        'CREATE INDEX failed_attempts_card ON failed_attempts (card)',
        'CREATE INDEX failed_attempts_customer ON failed_attempts (customer)',
        'CREATE INDEX failed_attempts_user_terminal ON failed_attempts (user_terminal)',
        'CREATE INDEX failed_attempts_network ON failed_attempts (network)',
        'CREATE INDEX failed_attempts_at ON failed_attempts (at)',
      ],
    },
    steady_moments: {
      columns: `
        id integer PRIMARY KEY NOT NULL,
        steady text NOT NULL,
        wall text NOT NULL`,
    },
    secure_links: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        token_hash text NOT NULL UNIQUE,
        authentication_request text NOT NULL,
        card text NOT NULL,
        last_four text NOT NULL,
        customer text NOT NULL,
        language text NOT NULL,
        channel text NOT NULL,
        asked_at text NOT NULL,
        counted_at text NOT NULL,
        expires_at text NOT NULL`,
      indexes: [
        'CREATE INDEX secure_links_card ON secure_links (card)',
        'CREATE INDEX secure_links_customer ON secure_links (customer)',
        'CREATE INDEX secure_links_expires_at ON secure_links (expires_at)',
      ],
    },
    disownable_unfreezings: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        card text NOT NULL,
        last_four text NOT NULL,
        phone_index text NOT NULL,
        unfrozen_at text NOT NULL,
        disowned_at text,
        frozen_at text`,
      indexes: [
        'CREATE INDEX disownable_unfreezings_phone ON disownable_unfreezings (phone_index, unfrozen_at)',
        'CREATE INDEX disownable_unfreezings_unfrozen ON disownable_unfreezings (unfrozen_at)',
      ],
    },
    bank_key_fingerprints: {
      columns: `
        name varchar NOT NULL,
        fingerprint varchar NOT NULL,
        key_id varchar,
        recorded_at varchar NOT NULL,
        version varchar NOT NULL,
        retired_at varchar,
        PRIMARY KEY (name, fingerprint)`,
    },
  },

  takeOver: (_runner, create) => create(['bank_key_fingerprints']),
};
