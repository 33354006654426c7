import { UnfreezeError } from '../../../kit/errors.ts';
import type { EntityManager } from '../../../kit/store/query.ts';
import { recorded } from '../../../kit/store/recording.ts';
import type { Store } from '../../../kit/store/store.ts';
import type { Clock } from '../../../kit/time.ts';
import type { AuthenticationAnswer } from '../../contract/authenticationInformation.ts';
import type { CardNumber, CardReference, LastFour } from '../../contract/card.ts';
import type { NewFreezings } from '../../contract/freezeNotice.ts';
import type { FieldSealing } from '../../security/fieldSealing.ts';
import type { KeyRing } from '../../security/keyRing.ts';
import type { PasswordVerifiers } from '../../security/passwordVerifier.ts';
import { type Customer, Customers } from '../../tables/customer.ts';
import { locks } from '../../tables/locks.ts';
import type { Unfreezing } from '../../tables/unfreezing.ts';
import type { WrongDates } from '../cardDates.ts';
import {
  type CardSystem,
  type CheckedPassword,
  type Conclusion,
  checkedByCardSystem,
  type FoundCard,
  type FreezeToAdd,
  type PasswordCheck,
  type UnfreezeOutcome,
  type UnfreezeSteps,
} from '../cardSystem.ts';
import { passwordPlace } from '../reservedPlaces.ts';
import type { SaidReasons } from '../saidReasons.ts';
import type { HandedOverCard } from './addresses.ts';
import { CardNames } from './cardNames.ts';
import type { CardSystemClient } from './cardSystemClient.ts';
import { foundCard, nobody, receiptCustomer } from './handedOver.ts';
import { UnfreezingClaims } from './unfreezingClaims.ts';

type RemoteCardSystemDependencies = {
  store: Store;
  client: CardSystemClient;
  fields: FieldSealing;
  verifiers: PasswordVerifiers;
  keyRing: KeyRing;
  wrongDates: WrongDates;
  saidReasons: SaidReasons;
  cardsByToken: boolean;
  clock: Clock;
};

/** What the card system said of an unfreezing, and how the card stood when it was read back. */
type Asked = UnfreezeOutcome & { readBack: HandedOverCard | null };

/**
 * The bank's own card system, over HTTP. An unfreezing is claimed in our database before it is asked for, and
 * concluded when the card was read back; whoever finds the claim meanwhile asks again under its Idempotency-Key.
 */
export class RemoteCardSystem implements CardSystem {
  readonly #parts: RemoteCardSystemDependencies;
  readonly #claims: UnfreezingClaims;
  readonly #names: CardNames;

  constructor(parts: RemoteCardSystemDependencies) {
    this.#parts = parts;
    this.#claims = new UnfreezingClaims(parts.clock);
    this.#names = new CardNames(parts);
  }

  referenceOf(cardNumber: CardNumber): Promise<CardReference> {
    return this.#names.referenceOf(cardNumber);
  }

  referenceNamed(name: string): CardReference {
    return this.#names.referenceNamed(name);
  }

  referenceNow(reference: CardReference): Promise<CardReference> {
    return this.#names.referenceNow(reference);
  }

  lastFourIn(reference: CardReference): LastFour | undefined {
    return this.#names.lastFourIn(reference);
  }

  async find(reference: CardReference): Promise<FoundCard | undefined> {
    const name = await this.#names.nameIn(reference);
    if (name === undefined) return undefined;
    const card = await this.#parts.client.lookUp(name);
    const found = foundCard(this.#parts, { reference, name }, card ?? nobody);
    return card ? this.#parts.wrongDates.seen(found, this.#parts.clock()) : undefined;
  }

  async addressee(reference: CardReference): Promise<Customer | undefined> {
    const name = await this.#names.nameIn(reference);
    const card = name === undefined ? null : await this.#parts.client.lookUp(name);
    return card ? receiptCustomer(this.#parts.fields, card.customer) : undefined;
  }

  /** The bank's own system is not asked which cards a customer has. */
  async otherFrozen(): Promise<undefined> {}

  async search(phone: string, lastFour: LastFour): Promise<CardReference[]> {
    return this.#found(await this.#parts.client.search(phone, lastFour), lastFour);
  }

  async ofPhone(phone: string, lastFour: LastFour): Promise<CardReference[]> {
    return this.#found(await this.#parts.client.searchAll(phone, lastFour), lastFour);
  }

  #found(names: readonly string[], lastFour: LastFour): CardReference[] {
    if (names.some((name) => !name.endsWith(lastFour)))
      throw new UnfreezeError('internal', 'the card system has found a card with other last four digits');
    return names.map((name) => this.#names.closed(name));
  }

  async checkPassword({
    id,
    card,
    customerId,
    passwordVerifier,
    password,
  }: PasswordCheck): Promise<CheckedPassword> {
    const { client, verifiers } = this.#parts;
    const name = await this.#names.nameOf(card);
    if (passwordVerifier === checkedByCardSystem)
      return { matched: await client.verifyPassword(id, name, password) };
    const matched = await verifiers.matches(password, passwordVerifier, passwordPlace(customerId));
    // A right one is told too, so that the time is the same.
    await client.notePasswordCheck(id, name, matched);
    return { matched };
  }

  async settleCard(card: CardReference, concludes: Conclusion): Promise<void> {
    const open = await this.#parts.store.read((manager) => this.#claims.open(manager, card));
    for (const other of open) await this.settle(other, { concludes, record: undefined });
  }

  async unfreezeIn(
    manager: EntityManager,
    unfreezing: Unfreezing,
    { record }: UnfreezeSteps,
  ): Promise<undefined> {
    await this.#claims.claim(manager, unfreezing, record?.key ?? null);
  }

  async settle(unfreezing: Unfreezing, { concludes, record }: UnfreezeSteps): Promise<AuthenticationAnswer> {
    const asked = await this.#ask(unfreezing);
    const decided = [locks.card(unfreezing.card), locks.seals];
    return this.#parts.store.transaction(decided, async (manager) => {
      // Another process may have asked too, and been faster.
      const known = await this.#claims.answer(manager, unfreezing);
      const answer = known ?? (await this.#conclude(manager, unfreezing, asked, concludes));
      if (!record) await this.#claims.keepFor(manager, unfreezing, answer);
      return recorded(manager, answer, record);
    });
  }

  async settleAll(concludes: Conclusion): Promise<void> {
    const open = await this.#parts.store.read((manager) => this.#claims.open(manager));
    const failures: unknown[] = [];
    for (const unfreezing of open) {
      await this.settle(unfreezing, { concludes, record: undefined }).catch((error: unknown) =>
        failures.push(error),
      );
    }
    if (failures.length === 0) return;
    const many = `of ${open.length} unfreezings, ${failures.length} could not be settled`;
    throw new UnfreezeError('storeUnavailable', many, { cause: failures[0] });
  }

  async settleByHand(
    unfreezing: Unfreezing,
    outcome: 'unfrozen' | 'notUnfrozen',
    { concludes, notes }: { concludes: Conclusion; notes: (manager: EntityManager) => Promise<void> },
  ): Promise<{ receipt: boolean }> {
    const { client, store } = this.#parts;
    const { card: reference, customerId } = unfreezing;
    const name = await this.#names.nameOf(reference);
    // A card system that is away is what this is for.
    const readBack = await client.lookUp(name).catch(() => null);
    const now = readBack ? foundCard(this.#parts, { reference, name }, readBack) : undefined;
    const receipt = outcome === 'unfrozen' && now?.card.customerId === customerId;
    const asked: Asked = receipt
      ? { outcome, readBack }
      : { outcome: outcome === 'unfrozen' ? 'changedAgain' : outcome, now, readBack };
    return store.transaction([locks.card(reference), locks.seals], async (manager) => {
      if (await this.#claims.answer(manager, unfreezing))
        throw new UnfreezeError('messageInvalid', 'it was settled meanwhile');
      await notes(manager);
      const answer = await this.#conclude(manager, unfreezing, asked, concludes);
      await this.#claims.keepFor(manager, unfreezing, answer);
      return { receipt };
    });
  }

  async addFreeze(
    { id, card, reason }: FreezeToAdd,
    concludes: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const { client, store } = this.#parts;
    await client.freeze(id, await this.#names.nameOf(card), reason);
    await store.transaction([], concludes);
  }

  freezingsAfter(after: string | undefined): Promise<NewFreezings | undefined> {
    return this.#parts.client.freezingsAfter(after);
  }

  ready(): Promise<void> {
    return this.#parts.client.ready();
  }

  /** Asks, again as often as it takes, and reads back. @throws UnfreezeError where what was said cannot be true */
  async #ask(unfreezing: Unfreezing): Promise<Asked> {
    const { id, card: reference, cardVersion, reservedVersion } = unfreezing;
    const { client } = this.#parts;
    const cardNumber = await this.#names.nameOf(reference);
    const answer = await client.unfreeze(id, { cardNumber, version: cardVersion, reservedVersion });
    const readBack = await client.lookUp(cardNumber);
    const now = readBack ? foundCard(this.#parts, { reference, name: cardNumber }, readBack) : undefined;
    if (answer.outcome === 'notUnfrozen') return { outcome: 'notUnfrozen', now, readBack };
    const isOlder = !now || answer.version <= cardVersion || now.card.version < answer.version;
    const isUnfrozen = now?.card.status === 'active';
    if (isOlder || (!isUnfrozen && now.card.version === answer.version)) {
      throw new UnfreezeError(
        'internal',
        'the card system says that a card is unfrozen, and shows it otherwise',
      );
    }
    return isUnfrozen && now.card.customerId === unfreezing.customerId
      ? { outcome: 'unfrozen', readBack }
      : { outcome: 'changedAgain', now, readBack };
  }

  async #conclude(
    manager: EntityManager,
    unfreezing: Unfreezing,
    { readBack, ...outcome }: Asked,
    concludes: Conclusion,
  ): Promise<AuthenticationAnswer> {
    if (outcome.outcome === 'unfrozen' && readBack) {
      const customer = receiptCustomer(this.#parts.fields, readBack.customer);
      await manager.upsert(Customers, customer, ['id']);
    }
    const answer = await concludes(manager, unfreezing, outcome);
    await this.#claims.conclude(manager, unfreezing, answer);
    return answer;
  }
}
