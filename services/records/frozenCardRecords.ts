import * as z from 'zod';
import type { Period } from '../../kit/retention/period.ts';
import { type Asked, askedAs, askTogether } from '../../kit/store/askTogether.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { instant, later } from '../../kit/time.ts';
import { checkedByCardSystem, type FoundCard, reservedPartsOf } from '../cardSystem/cardSystem.ts';
import { passwordPlace } from '../cardSystem/reservedPlaces.ts';
import { CardReference, LastFour } from '../contract/card.ts';
import { type ReservedPart, reservedParts } from '../contract/items/index.ts';
import type { FieldSealing, SealedPlace } from '../security/fieldSealing.ts';
import type { ClosesAnew } from '../security/sealedTable.ts';
import { type FrozenCardRow, FrozenCardRows } from '../tables/frozenCardRecord.ts';

const rows = new PreparedTable(FrozenCardRows);

/** 打包存储的用户信息: the card's reference with its customer's reserved information at the moment when it was found frozen. */
const FrozenCardRecord = z.object({
  card: CardReference,
  lastFour: LastFour,
  customerId: z.string(),
  reservedVersion: z.int(),
  ...(Object.fromEntries(reservedParts.map((part) => [part, z.string().nullable()])) as Record<
    ReservedPart,
    z.ZodNullable<z.ZodString>
  >),
});
export type FrozenCardRecord = z.infer<typeof FrozenCardRecord>;

/** The frozen cards of recent queries, each packaged with its reserved information and sealed. */
export class FrozenCardRecords {
  readonly #fields: FieldSealing;
  readonly #keptFor: Period;

  constructor(fields: FieldSealing, keptFor: Period) {
    this.#fields = fields;
    this.#keptFor = keptFor;
  }

  /** Packages a frozen card; an earlier package of it is replaced. */
  async keep(manager: EntityManager, { card, reserved }: FoundCard, now: Date): Promise<void> {
    const record: FrozenCardRecord = {
      card: card.reference,
      lastFour: card.lastFour,
      customerId: reserved.customerId,
      reservedVersion: reserved.version,
      ...reservedPartsOf(reserved),
    };
    const row = {
      card: card.reference,
      packageSealed: this.#fields.seal(JSON.stringify(record), place(card.reference)),
      storedAt: instant(now),
      expiresAt: instant(later(now, this.#keptFor.milliseconds)),
    };
    await rows.put(manager, row, ['packageSealed', 'storedAt', 'expiresAt']);
  }

  async find(manager: EntityManager, card: CardReference, now: Date): Promise<FrozenCardRecord | undefined> {
    const [record] = await askTogether(manager, [this.asked(manager, card, now)]);
    return record;
  }

  /** What `find` asks, to be asked together with others. */
  asked(manager: EntityManager, card: CardReference, now: Date): Asked<FrozenCardRecord | undefined> {
    return askedAs(rows.asked(manager, { card }), (found) => this.#opened(found, now));
  }

  /** The package of the card that an authentication request is for. */
  askedFor(manager: EntityManager, request: string, now: Date): Asked<FrozenCardRecord | undefined> {
    const ofRequest = {
      that: '{card} = (SELECT card FROM authentication_requests WHERE id = ?)',
      values: [request],
    };
    return askedAs(rows.asked(manager, ofRequest), (found) => this.#opened(found, now));
  }

  #opened([row]: readonly FrozenCardRow[], now: Date): FrozenCardRecord | undefined {
    if (!row || row.expiresAt <= instant(now)) return undefined;
    return opened(this.#fields, row.packageSealed, place(row.card));
  }

  async remove(manager: EntityManager, card: CardReference): Promise<void> {
    await rows.delete(manager, { card });
  }
}

/** Seals a package again with the newest field key, and the verifier inside it too. */
export const packageAnew: ClosesAnew = (sealed, at, { fields, verifiers }) => {
  const record = opened(fields, sealed, at);
  const { customerId, passwordVerifier: verifier } = record;
  const isVerifier = verifier !== null && verifier !== checkedByCardSystem;
  const passwordVerifier = isVerifier ? verifiers.closedAnew(verifier, passwordPlace(customerId)) : verifier;
  return fields.seal(JSON.stringify({ ...record, passwordVerifier }), at);
};

function opened(fields: FieldSealing, sealed: string, at: SealedPlace): FrozenCardRecord {
  return FrozenCardRecord.parse(JSON.parse(fields.open(sealed, at)));
}

function place(card: CardReference): SealedPlace {
  return { table: 'frozen_card_records', column: 'package_sealed', row: card };
}
