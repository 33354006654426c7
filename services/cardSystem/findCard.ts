import type { Language } from '../../kit/language.ts';
import { type Asked, askedAs } from '../../kit/store/askTogether.ts';
import { columnOf } from '../../kit/store/columns.ts';
import { plainlyAsked } from '../../kit/store/plainSql.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import { reservedParts } from '../contract/items/index.ts';
import type { FieldSealing, SealedPlace } from '../security/fieldSealing.ts';
import type { CardStatus } from '../tables/card.ts';
import { type FoundCard, type ReservedParts, reservedPartsOf } from './cardSystem.ts';

/** A row for each freeze, or one without any; of an unknown card one that holds nothing. */
type FoundRow = ReservedParts & {
  lastFour: LastFour | null;
  customerId: string | null;
  status: CardStatus | null;
  version: number | null;
  reason: FreezeReason | null;
  since: Instant | null;
  language: Language | null;
  reservedVersion: number | null;
  phoneSealed: string | null;
  /** Whether the same customer has another frozen card. */
  others: number;
};

/**
 * One statement, so that it is one moment that it shows. Of an unknown card freezes and customer are looked for too, and
 * no row is made into an entity: the time tells nothing about whether the bank has it.
 */
const statement = `SELECT card.last_four AS "lastFour", card.customer_id AS "customerId", card.status AS "status",
    card.version AS "version", frozen.reason AS "reason", frozen.since AS "since", customer.language AS "language",
    customer.reserved_version AS "reservedVersion", customer.phone_sealed AS "phoneSealed",
    COALESCE((SELECT 1 FROM cards other WHERE other.customer_id = COALESCE(card.customer_id, '')
      AND other.status = 'frozen' AND other.reference <> asked.reference LIMIT 1), 0) AS "others",
    ${reservedParts.map((part) => `customer.${columnOf(part)} AS "${part}"`).join()}
  FROM (SELECT CAST(? AS varchar) AS reference) asked
  LEFT JOIN cards card ON card.reference = asked.reference
  LEFT JOIN card_freezes frozen ON frozen.card_id = COALESCE(card.id, '')
  LEFT JOIN customers customer ON customer.id = COALESCE(card.customer_id, '')
  ORDER BY frozen.reason`;

/** A card of the embedded card system, with what its customer has reserved. */
export function findCard(
  manager: EntityManager,
  reference: CardReference,
  fields: FieldSealing,
): Asked<FoundCard | undefined> {
  const asked = plainlyAsked<FoundRow>(manager, statement, [reference]);
  return askedAs(asked, (rows) => foundIn(rows, reference, fields));
}

function foundIn(
  rows: readonly FoundRow[],
  reference: CardReference,
  fields: FieldSealing,
): FoundCard | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const { lastFour, customerId, status, version, language, reservedVersion, phoneSealed } = first;
  const isThere = lastFour !== null && customerId !== null && status !== null && version !== null;
  const place = phonePlace(customerId ?? 'nobody');
  // For an unknown card a made-up field is opened, so that both take the same time.
  const phone = fields.open(phoneSealed ?? fields.seal('+10000000000', place), place);
  if (!isThere || language === null || reservedVersion === null) return undefined;
  const frozenAt = rows
    .flatMap(({ since }) => since ?? [])
    .toSorted()
    .at(-1);
  return {
    card: {
      reference,
      lastFour,
      customerId,
      status,
      version,
      freezes: rows.flatMap(({ reason }) => reason ?? []),
    },
    reserved: { customerId, language, version: reservedVersion, ...reservedPartsOf(first) },
    phone,
    dates: frozenAt === undefined ? {} : { frozenAt },
    ...(first.others === 1 && { othersFrozen: true as const }),
  };
}

function phonePlace(customerId: string): SealedPlace {
  return { table: 'customers', column: 'phone_sealed', row: customerId };
}
