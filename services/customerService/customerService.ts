import type { EntityManager } from 'typeorm';
import type { Audit } from '../audit/audit.ts';
import type { CardSystem } from '../cardSystem/cardSystem.ts';
import { CardNumber, type CardReference, type NamedCard } from '../contract/card.ts';
import { type CardStatusAnswer, CardStatusQuery } from '../contract/cardStatusQuery.ts';
import type { CustomerServiceClient } from '../contract/customerServiceClient.ts';
import { parse } from '../contract/parse.ts';
import type { Clock, Pause } from '../contract/time.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import { holdBack } from '../overallLimit.ts';
import { circumstances } from '../processor/circumstances.ts';
import { demands, obstacle } from '../processor/presetConditions/index.ts';
import type { Policy } from '../processor/presetConditions/policy.ts';
import { cardReference } from '../security/cardReference.ts';
import type { KeyRing } from '../security/keyRing.ts';
import { type Recording, recorded } from '../store/recording.ts';
import type { Store } from '../store/store.ts';
import type { FrozenCardRecords } from './frozenCardRecords.ts';
import type { QueryLimit } from './queryLimit.ts';

type Parts = {
  store: Store;
  cardSystem: CardSystem;
  records: FrozenCardRecords;
  queryLimit: QueryLimit;
  keyRing: KeyRing;
  audit: Audit;
  policy: Policy;
  clock: Clock;
  pause: Pause;
};

/** 客服终端's records: answers card status queries and packages the frozen cards (patent, steps 2 and 3). */
export class CustomerService implements CustomerServiceClient {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async nameCard(cardNumber: string): Promise<NamedCard> {
    const number = parse(CardNumber, cardNumber);
    const card = cardReference(this.#parts.keyRing.secret('cardReferenceKey'), number);
    return { card, lastFour: number.slice(-4) };
  }

  async queryCardStatus(
    query: CardStatusQuery,
    record?: Recording<CardStatusAnswer>,
  ): Promise<CardStatusAnswer> {
    const { card, userTerminal } = parse(CardStatusQuery, query);
    const { store, clock, queryLimit, pause } = this.#parts;
    const { answer, count } = await store.transaction(async (manager) => {
      const count = await queryLimit.count(manager, userTerminal);
      const answer = await this.#answer(manager, card, userTerminal, clock());
      return { answer: await recorded(manager, answer, record), count };
    });
    await holdBack('cardStatusQueries', count, pause);
    return answer;
  }

  async #answer(
    manager: EntityManager,
    card: CardReference,
    { channel, address }: UserTerminal,
    now: Date,
  ): Promise<CardStatusAnswer> {
    const answer = await this.#lookUp(manager, card, now);
    const { status } = answer;
    await this.#parts.audit.write(manager, now, 'cardStatusQueried', { card, channel, address, status });
    return answer;
  }

  async #lookUp(manager: EntityManager, reference: CardReference, now: Date): Promise<CardStatusAnswer> {
    const { cardSystem, records, policy } = this.#parts;
    const card = await cardSystem.findCard(manager, reference);
    // Asked for an unknown card too, so that the time tells nothing about whether the bank has it.
    const reserved = await cardSystem.reservedInformation(manager, card?.customerId ?? '');
    if (!card || !reserved) return { status: 'noFrozenCard' };
    const as = circumstances(card, reserved);
    const found = obstacle(as, policy);
    if (found?.obstacle === 'notFrozen') return { status: 'noFrozenCard' };
    await records.keep(manager, card, reserved, now);
    const instructions = found
      ? ({ remote: false, help: found.help } as const)
      : ({ remote: true, reasons: card.freezes, demands: demands(as) } as const);
    return { status: 'frozen', instructions };
  }
}
