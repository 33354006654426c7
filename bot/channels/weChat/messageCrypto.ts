import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { WeChatAccount } from './weChatSettings.ts';

const algorithm = 'aes-256-cbc';
/** The block size in bytes that a text is padded to: the scheme uses twice the cipher's own block. */
const block = 32;
/** The number of random bytes before each text; its length in four bytes follows them. */
const saltLength = 16;
const headLength = saltLength + 4;

/**
 * Signs and encrypts as an official account does in safe mode ("消息加解密说明" in the platform's documentation): SHA-1 over
 * the sorted token, time, nonce and ciphertext; AES-256-CBC with the first half of the key as initialisation vector.
 */
export class MessageCrypto {
  readonly #account: WeChatAccount;
  readonly #key: Buffer;

  constructor(account: WeChatAccount) {
    this.#account = account;
    this.#key = Buffer.from(`${account.aesKey}=`, 'base64');
  }

  sign(signed: readonly string[]): string {
    return createHash('sha1')
      .update([this.#account.token, ...signed].sort().join(''))
      .digest('hex');
  }

  isSigned(signature: string, signed: readonly string[]): boolean {
    const [given, own] = [Buffer.from(signature), Buffer.from(this.sign(signed))];
    return given.length === own.length && timingSafeEqual(given, own);
  }

  /**
   * @param encrypted a text with a verified signature @throws UnfreezeError `messageInvalid` where it is not for this
   * account
   */
  open(encrypted: string): string {
    const padded = this.#deciphered(Buffer.from(encrypted, 'base64'));
    const text = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
    if (text.length < headLength) throw unreadable();
    const end = headLength + text.readUInt32BE(saltLength);
    if (end > text.length || text.toString('utf8', end) !== this.#account.appId) throw unreadable();
    return text.toString('utf8', headLength, end);
  }

  close(text: string): string {
    const [content, appId] = [Buffer.from(text), Buffer.from(this.#account.appId)];
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    const whole = Buffer.concat([randomBytes(saltLength), length, content, appId]);
    const missing = block - (whole.length % block);
    const cipher = createCipheriv(algorithm, this.#key, this.#key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([whole, Buffer.alloc(missing, missing)]);
    return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
  }

  #deciphered(encrypted: Buffer): Buffer {
    if (encrypted.length === 0 || encrypted.length % 16 !== 0) throw unreadable();
    const iv = this.#key.subarray(0, 16);
    const decipher = createDecipheriv(algorithm, this.#key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(encrypted), decipher.final()]);
  }
}

const unreadable = () => new UnfreezeError('messageInvalid', 'not encrypted for this official account');
