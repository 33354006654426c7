import { parse } from '../../kit/parse.ts';
import type { Asked } from '../../kit/store/askTogether.ts';
import { behindFirst, type Lock } from '../../kit/store/lock.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { type Recording, recorded } from '../../kit/store/recording.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { CardSystem, FoundCard } from '../cardSystem/cardSystem.ts';
import { CardNumber, type NamedCard } from '../contract/card.ts';
import { CardFreezing, type CardFreezingAnswer } from '../contract/cardFreezing.ts';
import { CardSearch, type CardSearchAnswer } from '../contract/cardSearch.ts';
import { type CardStatusAnswer, CardStatusQuery } from '../contract/cardStatusQuery.ts';
import { CaseMove, type CaseMoveAnswer } from '../contract/caseMove.ts';
import type { Channel } from '../contract/channels.ts';
import type { CustomerServiceClient } from '../contract/customerServiceClient.ts';
import type { AnswerableReceipt, Disownment, DisownmentAnswer } from '../contract/disownment.ts';
import { Handoff, type HandoffAnswer } from '../contract/handoff.ts';
import { OperatorAct, type OperatorActAnswer } from '../contract/operatorAct.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import type { Disownments } from '../disownment/disownments.ts';
import type { RequestedFreezings } from '../disownment/requestedFreezings.ts';
import { circumstances } from '../presetConditions/circumstances.ts';
import { heldMissing } from '../presetConditions/heldMissing.ts';
import { helpAgainst } from '../presetConditions/helpAgainst.ts';
import { demands, obstacle } from '../presetConditions/index.ts';
import type { Policy } from '../presetConditions/policy.ts';
import { reasonsTold } from '../presetConditions/reasonsTold.ts';
import type { FrozenCardRecords } from '../records/frozenCardRecords.ts';
import { locks } from '../tables/locks.ts';
import type { OverallLimit } from '../throttling/overallLimit.ts';
import type { CardOfPhone, QueryLimit } from '../throttling/queryLimit.ts';

type CustomerServiceDependencies = {
  store: Store;
  cardSystem: CardSystem;
  records: FrozenCardRecords;
  queryLimit: QueryLimit;
  disownments: Disownments;
  freezings: RequestedFreezings;
  audit: Audit;
  policy: Policy;
  overallLimit: OverallLimit;
  /** Whether this installation can send links to the secure form. */
  sendsLinks: boolean;
  clock: Clock;
};

type Counted<Answer, Found> = {
  userTerminal: UserTerminal;
  card?: CardOfPhone | undefined;
  asks?: (manager: EntityManager) => Asked<Found | undefined>;
  answers: (manager: EntityManager, found: Found | undefined) => Promise<Answer>;
  decided?: readonly Lock[];
};

type Searched = { count: number; found: FoundCard | undefined };

/** The records of the 客服终端: answers card status queries and packages frozen cards (patent, steps 2 and 3). */
export class CustomerService implements CustomerServiceClient {
  readonly #parts: CustomerServiceDependencies;

  constructor(parts: CustomerServiceDependencies) {
    this.#parts = parts;
  }

  async nameCard(cardNumber: string): Promise<NamedCard> {
    const number = parse(CardNumber, cardNumber);
    return { card: await this.#parts.cardSystem.referenceOf(number), lastFour: number.slice(-4) };
  }

  async queryCardStatus(
    query: CardStatusQuery,
    record?: Recording<CardStatusAnswer>,
  ): Promise<CardStatusAnswer> {
    const { store, queryLimit, cardSystem } = this.#parts;
    const asked = parse(CardStatusQuery, query);
    const parsed = { ...asked, card: await cardSystem.referenceNow(asked.card) };
    const { card, userTerminal } = parsed;
    const { near } = cardSystem;
    const answers = async (manager: EntityManager, found: FoundCard | undefined) =>
      recorded(manager, await this.#answer(manager, parsed, found), record);
    if (near) return this.#counted({ userTerminal, answers, asks: (manager) => near.asked(manager, card) });
    await store.read((manager) => queryLimit.assertLeft(manager, userTerminal));
    const found = await cardSystem.find(card);
    return this.#counted({ userTerminal, answers, asks: () => ({ known: found }) });
  }

  async searchCard(search: CardSearch, record?: Recording<CardSearchAnswer>): Promise<CardSearchAnswer> {
    const parsed = parse(CardSearch, search);
    const { store, queryLimit } = this.#parts;
    const { userTerminal } = parsed;
    await store.read((manager) => queryLimit.assertLeft(manager, userTerminal, parsed));
    const searched = await this.#search(parsed);
    const answers = async (manager: EntityManager) =>
      recorded(manager, await this.#answerSearch(manager, parsed, searched), record);
    return this.#counted({ userTerminal, card: parsed, answers });
  }

  disown(disownment: Disownment, record?: Recording<DisownmentAnswer>): Promise<DisownmentAnswer> {
    return this.#parts.disownments.disown(disownment, record);
  }

  /** Freezes a card for its customer. It counts as a status query, because its answer tells as much. */
  async freezeCard(
    freezing: CardFreezing,
    record?: Recording<CardFreezingAnswer>,
  ): Promise<CardFreezingAnswer> {
    const parsed = parse(CardFreezing, freezing);
    const { store, queryLimit, freezings } = this.#parts;
    const { userTerminal, phone, lastFour } = parsed;
    const ofPhone = phone && lastFour ? { phone, lastFour } : undefined;
    await store.read((manager) => queryLimit.assertLeft(manager, userTerminal, ofPhone));
    const meant = await freezings.meant(parsed);
    const isOne = meant !== undefined && meant !== 'several';
    const claimed = await this.#counted({
      userTerminal,
      card: ofPhone,
      answers: async (manager) => (isOne ? freezings.claim(manager, meant, userTerminal) : undefined),
      decided: isOne ? [locks.card(meant.found.card.reference)] : [],
    });
    const answer = meant === 'several' ? ({ outcome: meant } as const) : await freezings.freeze(claimed);
    return record ? store.transaction([], (manager) => recorded(manager, answer, record)) : answer;
  }

  answerableReceipt(telephone: Disownment): Promise<AnswerableReceipt> {
    return this.#parts.disownments.answerableReceipt(telephone);
  }

  async noteHandoff(handoff: Handoff, record?: Recording<HandoffAnswer>): Promise<HandoffAnswer> {
    const { userTerminal, caseId, ...details } = parse(Handoff, handoff);
    const { channel, address } = userTerminal;
    const { store, audit, clock } = this.#parts;
    return store.transaction([], async (manager) => {
      await audit.write(manager, clock(), 'handedOver', { case: caseId, ...details, channel, address });
      return recorded(manager, { noted: true }, record);
    });
  }

  async noteCaseMove(move: CaseMove, record?: Recording<CaseMoveAnswer>): Promise<CaseMoveAnswer> {
    const { card, from, userTerminal } = parse(CaseMove, move);
    const { channel, address } = userTerminal;
    const { store, audit, clock } = this.#parts;
    return store.transaction([], async (manager) => {
      await audit.write(manager, clock(), 'caseMoved', { card, from, channel, address });
      return recorded(manager, { noted: true }, record);
    });
  }

  async noteOperatorAct(act: OperatorAct, record?: Recording<OperatorActAnswer>): Promise<OperatorActAnswer> {
    const { did, ...details } = parse(OperatorAct, act);
    const { store, audit, clock } = this.#parts;
    return store.transaction([], async (manager) => {
      await audit.write(manager, clock(), did, details);
      return recorded(manager, { noted: true }, record);
    });
  }

  /**
   * Counts a query and answers it in one transaction; what it `asks` of the database goes with the count. A query that the card
   * system did not answer is not counted.
   */
  async #counted<Answer, Found = undefined>({
    userTerminal,
    card,
    asks,
    answers,
    decided = [],
  }: Counted<Answer, Found>): Promise<Answer> {
    const { store, queryLimit, overallLimit } = this.#parts;
    const counts = async (manager: EntityManager) => {
      const beside = asks?.(manager);
      // The next query of the same asker waits from here to the commit, which is one round trip: what follows goes with it.
      const { count, beside: found } = await queryLimit.count(manager, userTerminal, card, beside);
      return { answer: await answers(manager, found), count };
    };
    const { answer, count } = await store.transaction(
      [...decided, locks.seals].map(behindFirst),
      counts,
      // The decisions must be committed before the card system is asked for anything more.
      () => decided.length === 0,
    );
    await overallLimit.holdBack('cardStatusQueries', count);
    return answer;
  }

  /** The cards that a phone number and last four digits match; `card` is set only where exactly one matches. */
  async #search({ phone, lastFour }: CardOfPhone): Promise<Searched> {
    const { cardSystem } = this.#parts;
    const cards = await cardSystem.search(phone, lastFour);
    const [card] = cards;
    return {
      count: cards.length,
      found: card && cards.length === 1 ? await cardSystem.find(card) : undefined,
    };
  }

  async #answer(
    manager: EntityManager,
    { card, userTerminal: { channel, address } }: CardStatusQuery,
    found: FoundCard | undefined,
  ): Promise<CardStatusAnswer> {
    const now = this.#parts.clock();
    const answer = await this.#package(manager, found, channel, now);
    const { status } = answer;
    await this.#parts.audit.write(manager, now, 'cardStatusQueried', { card, channel, address, status });
    return answer;
  }

  async #answerSearch(
    manager: EntityManager,
    { lastFour, userTerminal: { channel, address } }: CardSearch,
    searched: Searched,
  ): Promise<CardSearchAnswer> {
    const now = this.#parts.clock();
    const answer = await this.#packageFound(manager, searched, channel, now);
    const card = answer.status === 'frozen' ? answer.card : null;
    const details = { card, lastFour, channel, address, status: answer.status };
    await this.#parts.audit.write(manager, now, 'cardStatusQueried', details);
    return answer;
  }

  async #packageFound(
    manager: EntityManager,
    { count, found }: Searched,
    channel: Channel,
    now: Date,
  ): Promise<CardSearchAnswer> {
    if (count > 1) return { status: 'severalFrozen' };
    const answer = await this.#package(manager, found, channel, now);
    if (!found || answer.status === 'noFrozenCard') return { status: 'noFrozenCard' };
    return { ...answer, card: found.card.reference };
  }

  async #package(
    manager: EntityManager,
    found: FoundCard | undefined,
    channel: Channel,
    now: Date,
  ): Promise<CardStatusAnswer> {
    const { records, policy, sendsLinks } = this.#parts;
    if (!found) return { status: 'noFrozenCard' };
    const as = circumstances(found, { channel, sendsLinks, now });
    const against = obstacle(as, policy);
    if (against?.obstacle === 'notFrozen') return { status: 'noFrozenCard' };
    await records.keep(manager, found, now);
    const held = heldMissing(as, policy);
    const instructions = against
      ? ({ remote: false, ...helpAgainst(against) } as const)
      : ({
          remote: true,
          reasons: reasonsTold(as, policy),
          demands: demands(as),
          ...(held.length > 0 && { held }),
        } as const);
    return { status: 'frozen', instructions };
  }
}
