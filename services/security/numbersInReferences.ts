import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { derivedFrom, type RotatingSecret } from '../../kit/rotatingSecret.ts';
import type { CardNumber, CardReference } from '../contract/card.ts';

/**
 * The block holds the card number, its number of digits, and zeros. By the zeros a block made elsewhere is recognised.
 */
const blockLength = 16;
const prefix = 'card_';

/**
 * References that hold the card's number in closed form. They are for a card system that knows cards by number only, so
 * that no table of the numbers asked about is needed. A number always gets the same reference, whether the card exists
 * or not, and without the key a reference tells nothing.
 *
 * A number fits into one block, and AES-256 on one block is a permutation under the key (FIPS 197): two references are
 * equal only if their numbers are, which a reference must show anyway. So neither a mode nor an IV is needed.
 */
export class NumbersInReferences {
  readonly #keys: RotatingSecret;

  /**
   * @param secrets returns the present key first; it is called for each use, since the key file may have changed
   * @param what what the references hold: one kind does not open as another
   */
  constructor(secrets: RotatingSecret, what: 'number' | 'token' = 'number') {
    this.#keys = derivedFrom(secrets, `card ${what} in its reference`);
  }

  close(number: CardNumber): CardReference {
    const [key] = this.#keys();
    if (key === undefined) throw new Error('a key that there is none of');
    return closedWith(key, number);
  }

  /**
   * The number in a reference; undefined where the reference was not made with one of these keys, exactly to the last
   * bit.
   */
  open(reference: CardReference): CardNumber | undefined {
    for (const key of this.#keys()) {
      const number = openedWith(key, reference);
      if (number !== undefined) return number;
    }
    return undefined;
  }
}

function closedWith(key: KeyObject, number: CardNumber): CardReference {
  const block = Buffer.alloc(blockLength);
  block.writeBigUInt64BE(BigInt(number));
  block.writeUInt8(number.length, 8);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return prefix + Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
}

function openedWith(key: KeyObject, reference: CardReference): CardNumber | undefined {
  const closed = Buffer.from(reference.slice(prefix.length), 'base64url');
  if (closed.length !== blockLength) return undefined;
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const block = Buffer.concat([decipher.update(closed), decipher.final()]);
  if (block.subarray(9).some((byte) => byte !== 0)) return undefined;
  const number = String(block.readBigUInt64BE()).padStart(block.readUInt8(8), '0');
  return closedWith(key, number) === reference ? number : undefined;
}
