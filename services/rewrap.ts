import { type EntityManager, IsNull, MoreThan, Not } from '../kit/store/query.ts';
import type { Store } from '../kit/store/store.ts';
import { passwordPlace } from './cardSystem/reservedPlaces.ts';
import { tokenPlace } from './notifications/outbox.ts';
import type { FrozenCardRecords } from './records/frozenCardRecords.ts';
import type { FieldSealing } from './security/fieldSealing.ts';
import type { PasswordVerifiers } from './security/passwordVerifier.ts';
import { type Card, Cards } from './tables/card.ts';
import { type Customer, Customers } from './tables/customer.ts';
import { type FrozenCardRow, FrozenCardRecords as FrozenCardRows } from './tables/frozenCardRecord.ts';
import { Outbox, type OutboxMessage } from './tables/outboxMessage.ts';

type Sealers = { fields: FieldSealing; verifiers: PasswordVerifiers; records: FrozenCardRecords };

/** A table with sealed fields: its rows in the order of their keys, and how one is closed anew. */
type SealedTable<Row> = {
  after(manager: EntityManager, key: string): Promise<Row[]>;
  keyOf(row: Row): string;
  closeAnew(manager: EntityManager, row: Row, sealers: Sealers): Promise<unknown>;
};

/** How many rows one transaction moves: nobody who waits for the database meanwhile notices. */
const batch = 200;

const customers: SealedTable<Customer> = {
  after: (manager, id) =>
    manager.find(Customers, { where: { id: MoreThan(id) }, order: { id: 'ASC' }, take: batch }),
  keyOf: ({ id }) => id,
  closeAnew(manager, { id, identityDocumentSealed, passwordVerifier, ...row }, { fields, verifiers }) {
    const anew = (column: string, sealed: string) => {
      const place = { table: 'customers', column, row: id };
      return fields.seal(fields.open(sealed, place), place);
    };
    return manager.update(Customers, id, {
      nameSealed: anew('name_sealed', row.nameSealed),
      latinNameSealed: anew('latin_name_sealed', row.latinNameSealed),
      phoneSealed: anew('phone_sealed', row.phoneSealed),
      identityDocumentSealed:
        identityDocumentSealed && anew('identity_document_sealed', identityDocumentSealed),
      passwordVerifier: passwordVerifier && verifiers.closedAnew(passwordVerifier, passwordPlace(id)),
    });
  },
};

const cards: SealedTable<Card> = {
  after: (manager, id) =>
    manager.find(Cards, { where: { id: MoreThan(id) }, order: { id: 'ASC' }, take: batch }),
  keyOf: ({ id }) => id,
  closeAnew(manager, { id, numberSealed }, { fields }) {
    const place = { table: 'cards', column: 'number_sealed', row: id };
    return manager.update(Cards, id, { numberSealed: fields.seal(fields.open(numberSealed, place), place) });
  },
};

const frozenCardRecords: SealedTable<FrozenCardRow> = {
  after: (manager, card) =>
    manager.find(FrozenCardRows, { where: { card: MoreThan(card) }, order: { card: 'ASC' }, take: batch }),
  keyOf: ({ card }) => card,
  closeAnew: (manager, row, { records, verifiers }) =>
    manager.update(FrozenCardRows, row.card, { packageSealed: records.closedAnew(row, verifiers) }),
};

/** Links that wait to be sent. One that goes out, or expires, meanwhile must not get its token back. */
const tokens: SealedTable<OutboxMessage> = {
  after: (manager, id) =>
    manager.find(Outbox, {
      where: { id: MoreThan(id), tokenSealed: Not(IsNull()) },
      order: { id: 'ASC' },
      take: batch,
    }),
  keyOf: ({ id }) => id,
  closeAnew(manager, { id, tokenSealed }, { fields }) {
    const place = tokenPlace(id);
    return manager.update(
      Outbox,
      { id, tokenSealed: Not(IsNull()) },
      {
        tokenSealed: tokenSealed && fields.seal(fields.open(tokenSealed, place), place),
      },
    );
  },
};

/**
 * Closes every sealed field with the newest key, batch by batch, while the service runs; done twice it does no harm.
 * @param progress is told how many rows are done
 * @returns how many rows there were
 */
export async function rewrap(
  store: Store,
  sealers: Sealers,
  progress: (rows: number) => void,
): Promise<number> {
  let rows = 0;
  const done = (more: number) => {
    rows += more;
    progress(rows);
  };
  await rewrapTable(store, sealers, customers, done);
  await rewrapTable(store, sealers, cards, done);
  await rewrapTable(store, sealers, frozenCardRecords, done);
  await rewrapTable(store, sealers, tokens, done);
  return rows;
}

async function rewrapTable<Row>(
  store: Store,
  sealers: Sealers,
  table: SealedTable<Row>,
  done: (rows: number) => void,
): Promise<void> {
  for (let last = ''; ; ) {
    const rows = await store.transaction(async (manager) => {
      const found = await table.after(manager, last);
      for (const row of found) await table.closeAnew(manager, row, sealers);
      return found;
    });
    done(rows.length);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = table.keyOf(end);
  }
}
