import { type Lock, lock, shared } from '../../kit/store/lock.ts';
import type { CardReference } from '../contract/card.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';

const sealing = lock('sealing');

/** The locks of the bank's side, each for what a transaction decides about. */
export const locks = {
  /** The card's status and freezes, its authentication requests and links, its failed attempts and its unfreezing. */
  card: (reference: CardReference) => lock('card', reference),
  /** The failed attempts on any card of the customer, and the links sent to them. */
  customer: (id: string) => lock('customer', id),
  /** The failed attempts of the user terminal on any card. */
  userTerminal: ({ channel, address }: UserTerminal) => lock('userTerminal', `${channel}\0${address}`),
  network: (address: string) => lock('network', address),
  /** The unfreezings that can be disowned from this telephone, named by its index. */
  phone: (index: string) => lock('phone', index),
  /** The request with this Idempotency-Key. */
  answer: (key: string) => lock('answer', key),
  /** The choice of the next message to send. */
  outbox: lock('outbox'),
  /** The end of the audit trail. */
  auditTrail: lock('auditTrail'),
  policyInForce: lock('policyInForce'),
  /** The requests for a second person, and whether one is needed. */
  fourEyes: lock('fourEyes'),
  /**
   * The key for sealing. A rewrap, which seals everything with the newest key, waits for those who seal with an older
   * one.
   */
  sealing,
  /** The same lock, shared, for a transaction that seals what it writes. */
  seals: shared(sealing),
  /** An import of cards writes its rows. */
  imports: lock('imports'),
  keyFingerprints: lock('keyFingerprints'),
  /** The choice of the newest sealing key. */
  sealingKeys: lock('sealingKeys'),
} satisfies Record<string, Lock | ((...of: never[]) => Lock)>;
