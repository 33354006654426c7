import { type Lock, lock, shared } from '../../kit/store/lock.ts';
import type { CardReference } from '../contract/card.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';

const sealing = lock('sealing');

/** What transactions of the bank's side decide about. */
export const locks = {
  /** Its status and freezes, its authentication requests and links, what failed on it, and what unfreezes it. */
  card: (reference: CardReference) => lock('card', reference),
  /** What failed on any of their cards, and the links that went to them. */
  customer: (id: string) => lock('customer', id),
  /** What failed from it, on whatever card. */
  userTerminal: ({ channel, address }: UserTerminal) => lock('userTerminal', `${channel}\0${address}`),
  network: (address: string) => lock('network', address),
  /** What can be disowned from a telephone, by its index. */
  phone: (index: string) => lock('phone', index),
  /** A request under the key that its sender chose. */
  answer: (key: string) => lock('answer', key),
  /** Which message goes out next. */
  outbox: lock('outbox'),
  /** The end of the audit trail. */
  auditTrail: lock('auditTrail'),
  policyInForce: lock('policyInForce'),
  /** What waits for a second person, and whether one is needed. */
  fourEyes: lock('fourEyes'),
  /** Under which key things are sealed: whoever closes everything with the newest waits for who closes with an older one. */
  sealing,
  /** For who seals what is written then. */
  seals: shared(sealing),
  keyFingerprints: lock('keyFingerprints'),
  /** Which sealing key is the newest. */
  sealingKeys: lock('sealingKeys'),
} satisfies Record<string, Lock | ((...of: never[]) => Lock)>;
