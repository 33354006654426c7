import { type EntityManager, In, MoreThan } from '../kit/store/query.ts';
import type { Store } from '../kit/store/store.ts';
import type { CardReference } from './contract/card.ts';
import { cardReference } from './security/cardReference.ts';
import { FieldSealing } from './security/fieldSealing.ts';
import type { KeyRing } from './security/keyRing.ts';
import { NumbersInReferences } from './security/numbersInReferences.ts';
import { AuthenticationRequests } from './tables/authenticationRequest.ts';
import { type Card, Cards } from './tables/card.ts';
import { DisownableUnfreezings } from './tables/disownableUnfreezing.ts';
import { FailedAttempts } from './tables/failedAttempt.ts';
import { FreezeNoticeRows } from './tables/freezeNotice.ts';
import { FrozenCardRows } from './tables/frozenCardRecord.ts';
import { locks } from './tables/locks.ts';
import { RequestedFreezingRows } from './tables/requestedFreezing.ts';
import { SecureLinkRows } from './tables/secureLink.ts';
import { ClaimedUnfreezings } from './tables/unfreezing.ts';

type Given = { store: Store; keyRing: KeyRing };
/** The new and the older reference of a card. */
type Moved = { before: CardReference; now: CardReference };

/** The tables that refer to cards, without the cards' own and that of frozen card records. */
export const tablesOfCards = [
  AuthenticationRequests,
  FailedAttempts,
  SecureLinkRows,
  DisownableUnfreezings,
  RequestedFreezingRows,
  FreezeNoticeRows,
  ClaimedUnfreezings,
] as const;

const batch = 100;

/** Stores with each card its reference under the announced key, so that both references find it from then on. */
export async function noteNextReferences({ store, keyRing }: Given): Promise<void> {
  const next = keyRing.announcedSecret('cardReferenceKey');
  if (next === undefined) return;
  await eachBatch({ store, keyRing }, async (manager, cards) => {
    for (const { id, otherReference, number } of cards) {
      const called = cardReference(next, number);
      if (otherReference !== called) await manager.update(Cards, { id }, { otherReference: called });
    }
  });
}

/**
 * Gives every card, and every row that refers to it, the reference under the present key. The older reference still
 * finds the card.
 */
export async function moveReferences({ store, keyRing }: Given, isElsewhere: boolean): Promise<void> {
  if (isElsewhere) return moveThoseElsewhere({ store, keyRing });
  const fields = new FieldSealing(keyRing);
  await eachBatch({ store, keyRing }, async (manager, cards) => {
    const key = keyRing.secret('cardReferenceKey');
    const moved: Moved[] = [];
    for (const { id, reference: before, number } of cards) {
      const now = cardReference(key, number);
      if (now === before) continue;
      await manager.update(Cards, { id }, { reference: now, otherReference: before });
      moved.push({ before, now });
    }
    await moveRows(manager, moved, fields);
  });
}

/**
 * Changes the references to cards of the bank's own card system. Those cards are in no table here; their numbers are in
 * the references themselves.
 */
async function moveThoseElsewhere({ store, keyRing }: Given): Promise<void> {
  const fields = new FieldSealing(keyRing);
  const numbers = new NumbersInReferences(() => keyRing.secrets('cardReferenceKey'));
  const called = await store.read(async (manager) => {
    const all = new Set<CardReference>();
    for (const rows of [...tablesOfCards, FrozenCardRows])
      for (const { card } of await manager.find(rows, { select: { card: true } })) all.add(card);
    return all;
  });
  for (const before of called) {
    const number = numbers.open(before);
    const now = number === undefined ? before : numbers.close(number);
    if (now === before) continue;
    await store.transaction([locks.sealing, locks.card(before)], (manager) =>
      moveRows(manager, [{ before, now }], fields),
    );
  }
}

async function eachBatch(
  { store, keyRing }: Given,
  work: (manager: EntityManager, cards: (Card & { number: string })[]) => Promise<void>,
): Promise<void> {
  const fields = new FieldSealing(keyRing);
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const where = { id: MoreThan(from) };
    const page = { where, order: { id: 'ASC' }, take: batch } as const;
    const cards = await store.read((manager) => manager.find(Cards, page));
    const held = cards.map(({ reference }) => locks.card(reference));
    await store.transaction([locks.sealing, ...held], async (manager) => {
      const again = await manager.find(Cards, page);
      const opened = again.map((card) => ({
        ...card,
        number: fields.open(card.numberSealed, { table: 'cards', column: 'number_sealed', row: card.id }),
      }));
      await work(manager, opened);
    });
    after = cards.at(-1)?.id;
  }
}

async function moveRows(
  manager: EntityManager,
  moved: readonly Moved[],
  fields: FieldSealing,
): Promise<void> {
  if (moved.length === 0) return;
  const card = In(moved.map(({ before }) => before));
  const names = new Map(moved.map(({ before, now }) => [before, now]));
  for (const rows of tablesOfCards) {
    const found = await manager.find(rows, { where: { card }, select: { card: true } });
    for (const before of new Set(found.map((one) => one.card)))
      await manager.update(rows, { card: before }, { card: names.get(before) ?? before });
  }
  for (const { card: before, packageSealed, ...row } of await manager.findBy(FrozenCardRows, { card })) {
    const now = names.get(before) ?? before;
    const place = (reference: CardReference) => ({
      ...{ table: 'frozen_card_records', column: 'package_sealed', row: reference },
    });
    await manager.delete(FrozenCardRows, { card: In([before, now]) });
    const anew = fields.seal(fields.open(packageSealed, place(before)), place(now));
    await manager.insert(FrozenCardRows, { ...row, card: now, packageSealed: anew });
  }
}
