import { UnfreezeError } from '../../kit/errors.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { Audit } from '../audit/audit.ts';
import { cardReference } from '../security/cardReference.ts';
import { FieldSealing, type SealedPlace } from '../security/fieldSealing.ts';
import type { KeyRing } from '../security/keyRing.ts';
import { AuditEntries } from '../tables/auditEntry.ts';
import { Cards } from '../tables/card.ts';
import { Customers } from '../tables/customer.ts';
import { FrozenCardRows } from '../tables/frozenCardRecord.ts';
import type { KeyTrace } from './keyTraces.ts';

/** The traces that the first and last row of each of the bank's tables give of the present keys. */
export async function bankTraces(manager: EntityManager, keyRing: KeyRing): Promise<KeyTrace[]> {
  return [
    ...(await customerTraces(manager, keyRing)),
    ...(await cardTraces(manager, keyRing)),
    ...(await recordTraces(manager, keyRing)),
    ...(await auditTraces(manager, keyRing)),
  ];
}

type Order = 'ASC' | 'DESC';

async function ends<Row>(find: (order: Order) => Promise<Row[]>): Promise<Row[]> {
  return [...(await find('ASC')), ...(await find('DESC'))];
}

/** The content of a sealed field, if a present key opens it, and what this tells of the keys. */
function opened(keyRing: KeyRing, sealed: string, place: SealedPlace): { plain?: string; trace: KeyTrace } {
  try {
    return {
      plain: new FieldSealing(keyRing).open(sealed, place),
      trace: { key: 'fieldKeys', fits: true },
    };
  } catch (error) {
    // A failure to open proves nothing, since the field may have been altered; a field that names a missing key proves
    // it.
    const isCertain = error instanceof UnfreezeError;
    return { trace: { key: 'fieldKeys', fits: false, isCertain } };
  }
}

async function customerTraces(manager: EntityManager, keyRing: KeyRing): Promise<KeyTrace[]> {
  const rows = await ends((id) => manager.find(Customers, { order: { id }, take: 1 }));
  return rows.flatMap(({ id, phoneSealed, phoneIndex }) => {
    const { plain, trace } = opened(keyRing, phoneSealed, {
      table: 'customers',
      column: 'phone_sealed',
      row: id,
    });
    // A customer of another card system has no phone to look up; there the index is the id.
    if (plain === undefined || phoneIndex === id) return [trace];
    const fits = new FieldSealing(keyRing).indexes('phone', plain).includes(phoneIndex);
    return [trace, { key: 'indexKey', fits }];
  });
}

async function cardTraces(manager: EntityManager, keyRing: KeyRing): Promise<KeyTrace[]> {
  const rows = await ends((id) => manager.find(Cards, { order: { id }, take: 1 }));
  return rows.flatMap(({ id, numberSealed, reference }) => {
    const { plain, trace } = opened(keyRing, numberSealed, {
      table: 'cards',
      column: 'number_sealed',
      row: id,
    });
    if (plain === undefined) return [trace];
    const fits = keyRing
      .secrets('cardReferenceKey')
      .some((secret) => cardReference(secret, plain) === reference);
    return [trace, { key: 'cardReferenceKey', fits }];
  });
}

async function recordTraces(manager: EntityManager, keyRing: KeyRing): Promise<KeyTrace[]> {
  const rows = await ends((card) => manager.find(FrozenCardRows, { order: { card }, take: 1 }));
  const place = { table: 'frozen_card_records', column: 'package_sealed' };
  return rows.map(({ card, packageSealed }) => opened(keyRing, packageSealed, { ...place, row: card }).trace);
}

/** The oldest entry is looked at, since a later one may have been written with another key, or altered. */
async function auditTraces(manager: EntityManager, keyRing: KeyRing): Promise<KeyTrace[]> {
  const [oldest] = await manager.find(AuditEntries, { order: { number: 'ASC' }, take: 1 });
  const [newest, before] = await manager.find(AuditEntries, { order: { number: 'DESC' }, take: 2 });
  if (!oldest || !newest) return [];
  const audit = new Audit(keyRing);
  const base = (await audit.base(manager))?.hash ?? '';
  return [
    { key: 'auditKey', fits: audit.ageOfKey(oldest, base) !== undefined },
    { key: 'auditKey', fits: audit.ageOfKey(newest, before?.hash ?? base) !== undefined },
  ];
}
