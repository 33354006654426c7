import type { EntityManager } from 'typeorm';
import type { CardReference, LastFour } from '../contract/card.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import type { Language } from '../contract/language.ts';
import type { CardStatus } from '../store/entities/card.ts';

/** A card as the card system knows it. `version` changes with every change of its status or freezes. */
export type CardOnFile = {
  id: string;
  reference: CardReference;
  lastFour: LastFour;
  customerId: string;
  status: CardStatus;
  freezes: FreezeReason[];
  version: number;
};

/**
 * 用户预留信息, what a customer has reserved with the bank: an index to compare an identity document's normal
 * form with, and a verifier of the transaction password. `version` changes whenever any of it does.
 */
export type ReservedInformation = {
  customerId: string;
  language: Language;
  identityDocumentIndex: string | null;
  passwordVerifier: string | null;
  version: number;
};

/** The bank's cards. Everything happens inside the caller's transaction, so that it stands or falls with it. */
export interface CardSystem {
  /** Undefined where the bank has no such card; to find that out takes the same work as to find one. */
  findCard(manager: EntityManager, reference: CardReference): Promise<CardOnFile | undefined>;
  /** Undefined where the bank has no such customer; to find that out takes the same work as to find one. */
  reservedInformation(manager: EntityManager, customerId: string): Promise<ReservedInformation | undefined>;
  /** Lifts every freeze if nothing has changed since `card` was read. @returns whether it did */
  unfreeze(manager: EntityManager, card: CardOnFile): Promise<boolean>;
  /** Counts a wrong transaction password on the card's own counter; the third freezes the card for it. */
  countPasswordError(manager: EntityManager, card: CardReference, at: Date): Promise<void>;
}
