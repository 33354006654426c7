import { createHmac, type KeyObject } from 'node:crypto';
import type { CardReference } from '../contract/card.ts';

/**
 * The reference of a card number: HMAC-SHA-256, cut to 128 bits. Every query of a number gets the same reference, so
 * that a conversation can go on with it; without the key nobody can find the number from it.
 */
export function cardReference(key: KeyObject, cardNumber: string): CardReference {
  const whole = createHmac('sha256', key).update(`card\0${cardNumber}`).digest();
  return `card_${whole.subarray(0, 16).toString('base64url')}`;
}
