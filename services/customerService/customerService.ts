import type { EntityManager } from 'typeorm';
import type { Audit } from '../audit/audit.ts';
import type { CardSystem, FoundCard } from '../cardSystem/cardSystem.ts';
import { CardNumber, type CardReference, type NamedCard } from '../contract/card.ts';
import { type CardStatusAnswer, CardStatusQuery } from '../contract/cardStatusQuery.ts';
import type { CustomerServiceClient } from '../contract/customerServiceClient.ts';
import { Handoff, type HandoffAnswer } from '../contract/handoff.ts';
import { parse } from '../contract/parse.ts';
import type { Clock, Pause } from '../contract/time.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import { holdBack } from '../overallLimit.ts';
import { circumstances } from '../processor/circumstances.ts';
import { demands, obstacle } from '../processor/presetConditions/index.ts';
import type { Policy } from '../processor/presetConditions/policy.ts';
import { type Recording, recorded } from '../store/recording.ts';
import type { Store } from '../store/store.ts';
import type { FrozenCardRecords } from './frozenCardRecords.ts';
import type { QueryLimit } from './queryLimit.ts';

type Parts = {
  store: Store;
  cardSystem: CardSystem;
  records: FrozenCardRecords;
  queryLimit: QueryLimit;
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
    return { card: this.#parts.cardSystem.referenceOf(number), lastFour: number.slice(-4) };
  }

  async queryCardStatus(
    query: CardStatusQuery,
    record?: Recording<CardStatusAnswer>,
  ): Promise<CardStatusAnswer> {
    const { card, userTerminal } = parse(CardStatusQuery, query);
    const { store, queryLimit, pause } = this.#parts;
    const count = await store.transaction((manager) => queryLimit.count(manager, userTerminal));
    const found = await this.#find(card, userTerminal);
    const answer = await store.transaction(async (manager) =>
      recorded(manager, await this.#answer(manager, { card, userTerminal }, found), record),
    );
    await holdBack('cardStatusQueries', count, pause);
    return answer;
  }

  async noteHandoff(handoff: Handoff, record?: Recording<HandoffAnswer>): Promise<HandoffAnswer> {
    const { userTerminal, caseId, ...details } = parse(Handoff, handoff);
    const { channel, address } = userTerminal;
    const { store, audit, clock } = this.#parts;
    return store.transaction(async (manager) => {
      await audit.write(manager, clock(), 'handedOver', { case: caseId, ...details, channel, address });
      return recorded(manager, { noted: true }, record);
    });
  }

  /** A query that the card system did not answer counts for nothing. */
  async #find(card: CardReference, userTerminal: UserTerminal): Promise<FoundCard | undefined> {
    const { store, cardSystem, queryLimit } = this.#parts;
    try {
      return await cardSystem.find(card);
    } catch (error) {
      await store.transaction((manager) => queryLimit.takeBack(manager, userTerminal));
      throw error;
    }
  }

  async #answer(
    manager: EntityManager,
    { card, userTerminal: { channel, address } }: CardStatusQuery,
    found: FoundCard | undefined,
  ): Promise<CardStatusAnswer> {
    const now = this.#parts.clock();
    const answer = await this.#package(manager, found, now);
    const { status } = answer;
    await this.#parts.audit.write(manager, now, 'cardStatusQueried', { card, channel, address, status });
    return answer;
  }

  async #package(manager: EntityManager, found: FoundCard | undefined, now: Date): Promise<CardStatusAnswer> {
    const { records, policy } = this.#parts;
    if (!found) return { status: 'noFrozenCard' };
    const as = circumstances(found);
    const against = obstacle(as, policy);
    if (against?.obstacle === 'notFrozen') return { status: 'noFrozenCard' };
    await records.keep(manager, found, now);
    const instructions = against
      ? ({ remote: false, help: against.help } as const)
      : ({ remote: true, reasons: found.card.freezes, demands: demands(as) } as const);
    return { status: 'frozen', instructions };
  }
}
