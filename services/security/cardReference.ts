import { createHmac, type KeyObject } from 'node:crypto';
import type { CardReference } from '../contract/card.ts';

/**
 * The reference of a card number, by HMAC-SHA-256 cut to 128 bits: the same for every query, so that a
 * conversation can go on with it, and no way back to the number without the key.
 */
export function cardReference(key: KeyObject | Buffer, cardNumber: string): CardReference {
  const whole = createHmac('sha256', key).update(`card\0${cardNumber}`).digest();
  return `card_${whole.subarray(0, 16).toString('base64url')}`;
}
