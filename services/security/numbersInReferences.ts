import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { CardNumber, CardReference } from '../contract/card.ts';

/** A block of AES: the number, how many digits it has, and zeros, by which another block is told from one of ours. */
const blockLength = 16;
const prefix = 'card_';

/**
 * References that hold their card's number, closed: for a card system that knows cards by number alone, so that
 * nobody has to keep the numbers that were asked about. The same number has the same reference, known or not, and
 * without the key a reference tells nothing.
 *
 * A number fits into one block, and one block of AES-256 is a permutation under the key (FIPS 197): nothing repeats
 * that does not repeat in the numbers, which is what a reference is for. No mode, and so no IV, is needed.
 */
export class NumbersInReferences {
  readonly #keys: () => Buffer[];

  /** @param secrets the one of now first; read for each use, since the key file may have changed */
  constructor(secrets: () => readonly Buffer[]) {
    this.#keys = () =>
      secrets().map((secret) =>
        Buffer.from(hkdfSync('sha256', secret, '', 'card number in its reference', 32)),
      );
  }

  close(number: CardNumber): CardReference {
    const [key] = this.#keys();
    if (key === undefined) throw new Error('a key that there is none of');
    return closedWith(key, number);
  }

  /** The number, or undefined where this is no reference that was made here, to the last bit, under whichever key. */
  open(reference: CardReference): CardNumber | undefined {
    for (const key of this.#keys()) {
      const number = openedWith(key, reference);
      if (number !== undefined) return number;
    }
    return undefined;
  }
}

function closedWith(key: Buffer, number: CardNumber): CardReference {
  const block = Buffer.alloc(blockLength);
  block.writeBigUInt64BE(BigInt(number));
  block.writeUInt8(number.length, 8);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return prefix + Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
}

function openedWith(key: Buffer, reference: CardReference): CardNumber | undefined {
  const closed = Buffer.from(reference.slice(prefix.length), 'base64url');
  if (closed.length !== blockLength) return undefined;
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const block = Buffer.concat([decipher.update(closed), decipher.final()]);
  if (block.subarray(9).some((byte) => byte !== 0)) return undefined;
  const number = String(block.readBigUInt64BE()).padStart(block.readUInt8(8), '0');
  return closedWith(key, number) === reference ? number : undefined;
}
