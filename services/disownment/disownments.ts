import { UnfreezeError } from '../../kit/errors.ts';
import { parse } from '../../kit/parse.ts';
import { type EntityManager, In, IsNotNull, IsNull, MoreThan } from '../../kit/store/query.ts';
import { type Recording, recorded } from '../../kit/store/recording.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, hours, type Instant, instant, later } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { CardSystem } from '../cardSystem/cardSystem.ts';
import type { CardReference, NamedCard } from '../contract/card.ts';
import { type AnswerableReceipt, Disownment, type DisownmentAnswer } from '../contract/disownment.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import { phoneIndexes } from '../notifications/disownable.ts';
import { noticeCodeIndexes } from '../notifications/noticeCode.ts';
import type { FrozenCardRecords } from '../records/frozenCardRecords.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { type DisownableUnfreezing, DisownableUnfreezings } from '../tables/disownableUnfreezing.ts';
import { locks } from '../tables/locks.ts';

/** The time after an unfreezing in which its customer can disown it here; later they must call. */
export const disownableFor = 72 * hours;

/** The reason of the new freeze; no policy lets a customer lift it. */
const reason = 'suspectedFraud';

type DisownmentsDependencies = {
  store: Store;
  cardSystem: CardSystem;
  records: FrozenCardRecords;
  fields: FieldSealing;
  audit: Audit;
  clock: Clock;
};

/** The telephone that disowns, its user terminal, and the code of a receipt if one was used. */
type Disowned = { indexes: readonly string[]; userTerminal: UserTerminal; code?: string };

/**
 * "That was not me": freezes recently unfrozen cards again. The disownment is committed before the card system is
 * asked, so that `settle` can freeze a card later if this process or the answer is lost.
 */
export class Disownments {
  readonly #parts: DisownmentsDependencies;

  constructor(parts: DisownmentsDependencies) {
    this.#parts = parts;
  }

  /**
   * Disowns the unfreezings of a telephone. It has no limit, since a stranger could use that up in the customer's name.
   * Where no card is left to freeze, no row is locked or written, so that a flood is cheap.
   * @throws UnfreezeError `messageInvalid`, `storeUnavailable`
   */
  async disown(disownment: Disownment, record?: Recording<DisownmentAnswer>): Promise<DisownmentAnswer> {
    const parsed = parse(Disownment, disownment);
    const { store } = this.#parts;
    const indexes = phoneIndexes(this.#parts.fields, parsed.phone);
    const known = await store.read((manager) => this.#ofPhone(manager, indexes));
    const cards = new Set(known.map(({ card }) => card));
    const answer = known.every(isFrozen)
      ? disownedBefore(known)
      : await this.#freezeAgain({ indexes, userTerminal: parsed.userTerminal }, cards);
    return record ? store.transaction([], (manager) => recorded(manager, answer, record)) : answer;
  }

  /** Reads one row, so that a flood costs almost nothing. @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  async answerableReceipt(telephone: Disownment): Promise<AnswerableReceipt> {
    const { phone } = parse(Disownment, telephone);
    const { store, fields } = this.#parts;
    const known = await store.read((manager) => this.#ofPhone(manager, phoneIndexes(fields, phone)));
    return {
      unfrozenAt: known.find((one) => !isFrozen(one))?.unfrozenAt ?? null,
      disownedAt: newestDisowned(known) ?? null,
    };
  }

  /**
   * Freezes the cards that were disowned and could not be frozen before. @throws UnfreezeError `storeUnavailable` where
   * one still cannot
   */
  async settle(): Promise<void> {
    const open = await this.#parts.store.read((manager) =>
      manager.findBy(DisownableUnfreezings, { disownedAt: IsNotNull(), frozenAt: IsNull() }),
    );
    const failures: unknown[] = [];
    for (const one of open) await this.#freeze(one).catch((error: unknown) => failures.push(error));
    if (failures.length === 0) return;
    const many = `of ${open.length} disowned cards, ${failures.length} could not be frozen`;
    throw new UnfreezeError('storeUnavailable', many, { cause: failures[0] });
  }

  /** The number of cards that were disowned and are not frozen yet. */
  open(): Promise<number> {
    return this.#parts.store.read((manager) =>
      manager.countBy(DisownableUnfreezings, { disownedAt: IsNotNull(), frozenAt: IsNull() }),
    );
  }

  /** The unfreezing that a receipt's code belongs to; undefined where there is none, or not any more. */
  async byCode(manager: EntityManager, code: string): Promise<DisownableUnfreezing | undefined> {
    const { fields } = this.#parts;
    const where = { codeIndex: In(noticeCodeIndexes(fields, code)), unfrozenAt: this.#lately() };
    return (await manager.findOneBy(DisownableUnfreezings, where)) ?? undefined;
  }

  /**
   * Freezes again only the card that a receipt's code belongs to, and has the bank's staff open a case, since no
   * conversation knows of it. @returns undefined where the code belongs to nothing
   */
  async disownByCode(code: string): Promise<DisownmentAnswer | undefined> {
    const { store } = this.#parts;
    const named = await store.read((manager) => this.byCode(manager, code));
    if (!named) return undefined;
    const { id, phoneIndex, card } = named;
    const userTerminal = { channel: 'secureForm', address: id } as const;
    return this.#freezeAgain({ indexes: [phoneIndex], userTerminal, code: id }, new Set([card]));
  }

  /** The unfreezings whose receipts went to this telephone and that can still be disowned, the newest first. */
  #ofPhone(manager: EntityManager, indexes: readonly string[]): Promise<DisownableUnfreezing[]> {
    return manager.find(DisownableUnfreezings, {
      where: { phoneIndex: In([...indexes]), unfrozenAt: this.#lately() },
      order: { unfrozenAt: 'DESC', id: 'ASC' },
    });
  }

  #lately() {
    return MoreThan(instant(later(this.#parts.clock(), -disownableFor)));
  }

  /** @param cards the cards meant; one that is unfrozen later is not among them */
  async #freezeAgain(disowned: Disowned, cards: ReadonlySet<CardReference>): Promise<DisownmentAnswer> {
    const { store } = this.#parts;
    const decided = [locks.phone(disowned.indexes[0] ?? ''), ...[...cards].map(locks.card)];
    const { toFreeze, before } = await store.transaction(decided, (manager) =>
      this.#claim(manager, disowned, cards),
    );
    const frozen = await Promise.allSettled(toFreeze.map((one) => this.#freeze(one)));
    const failed = frozen.some(({ status }) => status === 'rejected');
    return toFreeze.length > 0
      ? answerOf(toFreeze, failed ? 'freezing' : 'frozenAgain')
      : disownedBefore(before);
  }

  /**
   * Stores that unfreezings are disowned, and ends everything that could unfreeze their cards now.
   * @returns those whose cards must be frozen, and those whose cards were frozen before
   */
  async #claim(
    manager: EntityManager,
    { indexes, userTerminal, code }: Disowned,
    cards: ReadonlySet<CardReference>,
  ): Promise<{ toFreeze: DisownableUnfreezing[]; before: DisownableUnfreezing[] }> {
    const { audit, records, clock } = this.#parts;
    const now = clock();
    const lately = (await this.#ofPhone(manager, indexes)).filter(({ card }) => cards.has(card));
    const { channel, address } = userTerminal;
    const fresh = lately.filter(({ disownedAt }) => disownedAt === null);
    for (const { id, card } of fresh) {
      const caseDue = id === code && { caseDueAt: instant(now) };
      await manager.update(DisownableUnfreezings, { id }, { disownedAt: instant(now), ...caseDue });
      await manager.update(AuthenticationRequests, { card, state: 'open' }, { state: 'over' });
      await records.remove(manager, card);
      await audit.write(manager, now, 'unfreezingDisowned', { disownment: id, card, channel, address });
    }
    return {
      toFreeze: lately.filter((one) => !isFrozen(one)),
      before: lately.filter(isFrozen),
    };
  }

  #freeze({ id, card }: DisownableUnfreezing): Promise<void> {
    const { cardSystem, audit, clock } = this.#parts;
    return cardSystem.addFreeze({ id, card, reason }, async (manager) => {
      const now = clock();
      const frozenAt = instant(now);
      const { affected } = await manager.update(
        DisownableUnfreezings,
        { id, frozenAt: IsNull() },
        { frozenAt },
      );
      if (affected === 1) await audit.write(manager, now, 'cardFrozen', { disownment: id, card, reason });
    });
  }
}

function isFrozen({ frozenAt }: DisownableUnfreezing): boolean {
  return frozenAt !== null;
}

function answerOf(lately: DisownableUnfreezing[], outcome: 'frozenAgain' | 'freezing'): DisownmentAnswer {
  const cards = cardsOf(lately);
  return cards.length > 0 ? { outcome, cards } : { outcome: 'nothingUnfrozen' };
}

function disownedBefore(lately: DisownableUnfreezing[]): DisownmentAnswer {
  const cards = cardsOf(lately);
  const disownedAt = newestDisowned(lately);
  if (cards.length === 0) return { outcome: 'nothingUnfrozen' };
  return { outcome: 'already', cards, ...(disownedAt !== undefined && { disownedAt }) };
}

function newestDisowned(lately: DisownableUnfreezing[]): Instant | undefined {
  return lately
    .flatMap(({ disownedAt }) => disownedAt ?? [])
    .toSorted()
    .at(-1);
}

/** The cards of these unfreezings, each once. */
function cardsOf(lately: DisownableUnfreezing[]): NamedCard[] {
  return [...new Map(lately.map(({ card, lastFour }) => [card, { card, lastFour }])).values()];
}
