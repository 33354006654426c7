import { In } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant, later } from '../../kit/time.ts';
import type { Known, ListedCard, ShownCard } from '../cardSystem/cardLookup.ts';
import type { CardSystem, FoundCard } from '../cardSystem/cardSystem.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import type { TrailEntry } from '../contract/operatorFigures.ts';
import { registeredPhoneOf } from '../notifications/phoneOf.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { Customers } from '../tables/customer.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import type { Throttling } from '../throttling/throttling.ts';
import { cardLookedBack, soughtIn } from './trail.ts';

type CardsElsewhereDependencies = {
  store: Store;
  fields: FieldSealing;
  throttling: Throttling;
  cardSystem: CardSystem;
  clock: Clock;
};

/** What is reserved there is nothing that the page shows. */
type ShownElsewhere = Omit<ShownCard, 'reserved'>;

/** So many of the newest messages are looked at for a telephone or a customer: their numbers are sealed, and have no index here. */
const mostMessages = 1000;

/**
 * The cards of the bank's own card system, as far as this service has had to do with them: it finds no card there by four digits or a
 * telephone alone. So they are looked for in the trail and among the messages, and each that is found is asked for as it stands now.
 */
export class CardsElsewhere {
  readonly #parts: CardsElsewhereDependencies;

  constructor(parts: CardsElsewhereDependencies) {
    this.#parts = parts;
  }

  /** @throws UnfreezeError `storeUnavailable` where the card system does not answer */
  async find(known: Known, most: number): Promise<ListedCard[]> {
    const references = (await this.#referencesOf(known)).slice(0, most);
    const shown = await Promise.all(references.map((one) => this.show(one)));
    return shown.filter((one) => one !== undefined);
  }

  /** Those that stand in the trail. */
  async referencesWith(lastFour: LastFour): Promise<CardReference[]> {
    const { store, cardSystem, clock } = this.#parts;
    const since = instant(later(clock(), -cardLookedBack));
    const seen = new Set<CardReference>();
    const matches = ({ card }: TrailEntry) => {
      if (card === null || seen.has(card)) return false;
      seen.add(card);
      return cardSystem.lastFourIn(card) === lastFour;
    };
    const most = Number.POSITIVE_INFINITY;
    const { entries } = await soughtIn((work) => store.read(work), { since, most, matches });
    return entries.flatMap(({ card }) => card ?? []);
  }

  /** @returns undefined where there is no such card */
  async show(reference: CardReference): Promise<ShownElsewhere | undefined> {
    const found = await this.#parts.cardSystem.find(reference);
    return found && this.#shown(reference, found);
  }

  async #shown(reference: CardReference, { card, reserved, dates }: FoundCard): Promise<ShownElsewhere> {
    const { store, throttling } = this.#parts;
    const of = { card: reference, customer: card.customerId };
    const [lock, failedAttempts] = await store.read(async (manager) => [
      await throttling.lockOf(manager, of),
      await throttling.failures(manager, of),
    ]);
    return {
      card: reference,
      last4: card.lastFour,
      status: card.status,
      freezeReasons: card.freezes.toSorted(),
      remoteUnfreezingLockedUntil: lock ? (lock.until ?? 'untilReleased') : null,
      // The card system says of the newest freeze when it began, and of no other.
      frozenSince: Object.fromEntries(
        card.freezes.map((reason) => [reason, card.freezes.length === 1 ? dates?.frozenAt : undefined]),
      ),
      customer: card.customerId,
      language: reserved.language,
      failedAttempts,
      otherCards: [],
    };
  }

  async #referencesOf(known: Known): Promise<CardReference[]> {
    if ('lastFour' in known) return this.referencesWith(known.lastFour);
    const { store, fields } = this.#parts;
    return store.read(async (manager) => {
      const where = 'customer' in known ? { customerId: known.customer } : {};
      const messages = await manager.find(Outbox, {
        where,
        order: { queuedAt: 'DESC' },
        take: mostMessages,
        select: { id: true, customerId: true, facts: true },
      });
      const ids = [...new Set(messages.map(({ customerId }) => customerId))];
      const customers = 'phone' in known ? await manager.findBy(Customers, { id: In(ids) }) : [];
      const theirs = new Set(
        'phone' in known
          ? customers.filter((one) => registeredPhoneOf(one, { fields }) === known.phone).map(({ id }) => id)
          : ids,
      );
      const cards = messages.filter(({ customerId }) => theirs.has(customerId));
      return [...new Set(cards.flatMap(({ facts }) => facts.card ?? []))];
    });
  }
}
