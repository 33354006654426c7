import { createSecretKey, type KeyObject } from 'node:crypto';

/** A secret key of 256 bits for tests, the same for the same number from 0 to 255. */
export function testKey(number: number): KeyObject {
  return createSecretKey(Buffer.alloc(32, number));
}
