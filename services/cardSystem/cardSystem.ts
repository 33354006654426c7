import type { Language } from '../../kit/language.ts';
import type { Asked } from '../../kit/store/askTogether.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Recording } from '../../kit/store/recording.ts';
import type { Write } from '../../kit/store/unitOfWork.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import type { CardNumber, CardReference, LastFour, NamedCard } from '../contract/card.ts';
import type { NewFreezings } from '../contract/freezeNotice.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import { type ReservedPart, reservedParts } from '../contract/items/index.ts';
import type { CardStatus } from '../tables/card.ts';
import type { Customer } from '../tables/customer.ts';
import type { Unfreezing } from '../tables/unfreezing.ts';
import type { CardDates } from './cardDates.ts';

/** A card as the card system knows it. `version` changes with every change of its status or freezes. */
export type CardOnFile = {
  reference: CardReference;
  lastFour: LastFour;
  customerId: string;
  status: CardStatus;
  freezes: FreezeReason[];
  version: number;
};

/** Stands for a verifier where the card system hands none over and checks the transaction password itself. */
export const checkedByCardSystem = 'checkedByCardSystem';

/**
 * What each item is compared with, null where it is not reserved: of an identity document the index of its normal form,
 * of the transaction password a verifier or `checkedByCardSystem`.
 */
export type ReservedParts = Record<ReservedPart, string | null>;

/** 用户预留信息, what a customer has reserved with the bank. `version` changes whenever any of it does. */
export type ReservedInformation = ReservedParts & { customerId: string; language: Language; version: number };

/** The reserved parts alone, out of what holds them. */
export function reservedPartsOf(holder: ReservedParts): ReservedParts {
  return Object.fromEntries(reservedParts.map((part) => [part, holder[part]])) as ReservedParts;
}

/** A card with what its customer has reserved, and the registered `phone` (E.164), whose country decides what may be asked how; `othersFrozen` where the customer has another frozen card. */
export type FoundCard = {
  card: CardOnFile;
  reserved: ReservedInformation;
  phone: string;
  dates?: CardDates;
  othersFrozen?: true;
  risk?: RiskSaid;
};

/** What the bank's own risk decision says of unfreezing a card, and why in a code of its own. */
export type RiskSaid = { says: 'allow' | 'askMore' | 'refuse' | 'silent'; reasonCode: string | null };

/** One transaction password against what the customer has reserved. The same `id` is the same check, asked again. */
export type PasswordCheck = {
  id: string;
  card: CardReference;
  customerId: string;
  passwordVerifier: string;
  password: string;
};

/** A freeze to be added to a card. The same `id` is the same freezing, asked again. */
export type FreezeToAdd = { id: string; card: CardReference; reason: FreezeReason };

/**
 * What became of an unfreezing.
 * - `unfrozen`: all freezes are lifted, and that was seen afterwards; with the customer, where they were read with it
 * - `changedAgain`: they were lifted, and before that could be seen the card was frozen anew, closed, or given to another customer
 * - `notUnfrozen`: nothing was changed, since the card or the reserved information had changed
 */
export type UnfreezeOutcome =
  | { outcome: 'unfrozen'; customer?: Customer }
  | { outcome: 'changedAgain' | 'notUnfrozen'; now: FoundCard | undefined };

/**
 * Whether a password is right. `counts` asks for the count and says what is to be written of it, in the transaction of what follows
 * from that; without it, it has counted by then.
 */
export type CheckedPassword = { matched: boolean; counts?: (manager: EntityManager) => Asked<Write> };

/** What commits with an unfreezing. */
export type UnfreezeSteps = {
  concludes: Conclusion;
  /** Keeps the answer in the transaction that makes it true. */
  record: Recording<AuthenticationAnswer> | undefined;
};

/** In the transaction that makes the outcome known: audit entry, receipt, the state of the authentication request. */
export type Conclusion = (
  manager: EntityManager,
  unfreezing: Unfreezing,
  outcome: UnfreezeOutcome,
) => Promise<AuthenticationAnswer>;

/**
 * The bank's cards: those in Thawline's own database, or those behind the bank's own system. Nothing of it may be
 * called inside a transaction, since it may go over the network.
 * Each method throws UnfreezeError `storeUnavailable` or `internal` where the card system gives no answer, or one
 * that cannot be true; then it is not known what happened, and the same may be asked again.
 */
export interface CardSystem {
  /** The reference of a card number, whether the bank has such a card or not. */
  referenceOf(cardNumber: CardNumber): Promise<CardReference>;
  /**
   * The reference of a card as the card system itself names it.
   * @throws UnfreezeError `messageInvalid` where that can be no card
   */
  referenceNamed(name: string): CardReference;
  /**
   * What a card is called in what is kept, by a reference from outside: it may be one of before a rotation of the key of
   * references, or already one of after it.
   */
  referenceNow(card: CardReference): Promise<CardReference>;
  /** The last four digits of a card whose reference holds its name; undefined where none is in it. Nobody is asked. */
  lastFourIn(card: CardReference): LastFour | undefined;
  /** Undefined where the bank has no such card; to find that out takes the same work as to find one. */
  find(card: CardReference): Promise<FoundCard | undefined>;
  /** What finds a card in the caller's own transaction, where the cards stand in the same database. */
  readonly near?: { asked(manager: EntityManager, card: CardReference): Asked<FoundCard | undefined> };
  /**
   * What must be kept of a card's customer so that a message can go to their registered phone; undefined where it is
   * kept already, or there is no such card.
   */
  addressee(card: CardReference): Promise<Customer | undefined>;
  /**
   * The frozen cards that end in these digits and belong to whoever has registered this phone (E.164). Empty for an
   * unknown phone, other digits, active and closed cards alike.
   */
  search(phone: string, lastFour: LastFour): Promise<CardReference[]>;
  /**
   * The customer's cards with these last four digits that are not closed, so that one can be frozen. A card system that
   * finds only frozen cards returns those.
   */
  ofPhone(phone: string, lastFour: LastFour): Promise<CardReference[]>;
  /** The frozen cards of the same customer beside this one; undefined where the card system cannot tell. */
  otherFrozen(card: CardReference): Promise<NamedCard[] | undefined>;
  /** Whether the password is right. A wrong one counts on the card's own counter, once, before anybody hears of it. */
  checkPassword(check: PasswordCheck): Promise<CheckedPassword>;
  /** Settles what was begun for a card before, so that another unfreezing of it can begin. */
  settleCard(card: CardReference, concludes: Conclusion): Promise<void>;
  /**
   * In the transaction that notes that the authentication has succeeded, which has the card's lock: lifts every freeze, if
   * card and reserved information are still of the versions that the unfreezing names, and concludes.
   * @returns undefined where the cards stand elsewhere: it is claimed, and to be settled after the commit
   */
  unfreezeIn(
    manager: EntityManager,
    unfreezing: Unfreezing,
    steps: UnfreezeSteps,
  ): Promise<AuthenticationAnswer | undefined>;
  /** Learns what became of an unfreezing that was claimed, and concludes it. */
  settle(unfreezing: Unfreezing, steps: UnfreezeSteps): Promise<AuthenticationAnswer>;
  /** Settles every unfreezing whose end nobody knows, because a process died or an answer was lost. */
  settleAll(concludes: Conclusion): Promise<void>;
  /**
   * Concludes an unfreezing that was claimed as somebody says who has looked in the card system. `notes` commits with it.
   * @returns whether the customer gets a receipt
   * @throws UnfreezeError `messageInvalid` where it was concluded meanwhile
   */
  settleByHand(
    unfreezing: Unfreezing,
    outcome: 'unfrozen' | 'notUnfrozen',
    steps: { concludes: Conclusion; notes: (manager: EntityManager) => Promise<void> },
  ): Promise<{ receipt: boolean }>;
  /**
   * Adds a freeze, unless the card has it already, is closed, or there is no such card. `concludes` writes down that
   * it is done, in the same transaction where that is possible, and else after it.
   */
  addFreeze(freezing: FreezeToAdd, concludes: (manager: EntityManager) => Promise<void>): Promise<void>;
  /**
   * What it has frozen since it was asked last, and from where to ask next; undefined where it does not tell.
   * @param after undefined the first time
   */
  freezingsAfter(after: string | undefined): Promise<NewFreezings | undefined>;
  /** Rejects where the card system cannot be used. */
  ready(): Promise<void>;
}
