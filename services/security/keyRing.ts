import type { SealingKey } from '../contract/sealingKey.ts';
import { type Clock, hours, minutes } from '../contract/time.ts';
import {
  createKeyRingFile,
  freshKeys,
  freshSealingKey,
  type KeyRingFile,
  readKeyRingFile,
  type SealingKeyPair,
  unusable,
  writeKeyRingFile,
} from './keyRingFile.ts';

/** How long a sealing key is given out, and how long its private half outlives that: longer than any authentication request. */
const givenOutFor = 1 * hours;
const outlivesBy = 15 * minutes;

type SecretName = 'indexKey' | 'cardReferenceKey' | 'auditKey' | 'webChatTokenKey';

/**
 * Every key of this process. Sealing keys change by the hour and their private halves are destroyed soon
 * after, so that recorded traffic cannot be opened later; all others stay until the operator rotates them.
 */
export class KeyRing {
  readonly #file: string;
  readonly #clock: Clock;
  #keys: KeyRingFile;

  private constructor(file: string, clock: Clock, keys: KeyRingFile) {
    this.#file = file;
    this.#clock = clock;
    this.#keys = keys;
  }

  /**
   * Opens the key file. In development one is made where there is none; production needs its own.
   * @throws UnfreezeError `keysUnusable`, in the operator's words
   */
  static open(file: string, { clock, production }: { clock: Clock; production: boolean }): KeyRing {
    const keys = readKeyRingFile(file);
    if (production && keys?.purpose !== 'production') {
      const reason = keys ? 'it holds development keys' : 'there is none';
      throw unusable(file, `${reason}; \`npm run keys -- create\` makes keys for production`);
    }
    const ring = new KeyRing(file, clock, keys ?? KeyRing.create(file, 'development'));
    ring.tend();
    return ring;
  }

  /** Makes a new key file. @throws UnfreezeError `keysUnusable` where one is there already */
  static create(file: string, purpose: KeyRingFile['purpose']): KeyRingFile {
    const keys = freshKeys(purpose);
    createKeyRingFile(file, keys);
    return keys;
  }

  secret(name: SecretName): Buffer {
    return Buffer.from(this.#keys[name], 'base64url');
  }

  /** The key that closes fields now. */
  get fieldKey(): { id: string; key: Buffer } {
    const [newest] = this.#keys.fieldKeys;
    if (!newest) throw unusable(this.#file, 'no field key');
    return { id: newest.id, key: Buffer.from(newest.key, 'base64url') };
  }

  /** A key that closed a field at some time. @throws UnfreezeError `keysUnusable` */
  fieldKeyNamed(id: string): Buffer {
    const found = this.#keys.fieldKeys.find((one) => one.id === id);
    if (!found) throw unusable(this.#file, `it lacks the field key ${id}, which closed data in the database`);
    return Buffer.from(found.key, 'base64url');
  }

  /** The public key to seal to now. */
  get sealingKey(): SealingKey {
    this.tend();
    const [newest] = this.#keys.sealingKeys;
    if (!newest) throw unusable(this.#file, 'no sealing key');
    const { kty, crv, x, y } = newest.privateKey;
    return { kty, crv, x, y, kid: newest.kid, use: 'enc', alg: 'ECDH-ES' };
  }

  /** The private half of a sealing key; undefined when it is unknown or already destroyed. */
  privateSealingKey(kid: string): SealingKeyPair['privateKey'] | undefined {
    this.tend();
    return this.#keys.sealingKeys.find((one) => one.kid === kid)?.privateKey;
  }

  /** Makes the next sealing key and destroys the old ones when their time has come; to be called every minute. */
  tend(): void {
    const now = this.#clock();
    const age = (one: SealingKeyPair) => now.getTime() - new Date(one.createdAt).getTime();
    const kept = this.#keys.sealingKeys.filter((one) => age(one) < givenOutFor + outlivesBy);
    const [newest] = kept;
    if (!newest || age(newest) >= givenOutFor) kept.unshift(freshSealingKey(now));
    if (kept.length === this.#keys.sealingKeys.length && kept[0] === newest) return;
    this.#keys = { ...this.#keys, sealingKeys: kept };
    writeKeyRingFile(this.#file, this.#keys);
  }
}
